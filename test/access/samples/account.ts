import { undertakingText } from '@/domain/access';
import { consentText } from '@/domain/campaign/consent';
import { type County, householdIdOf, idNumberOf, personIdOf } from '../../support/county';
import { slipOfHome } from '../../support/county/slips';
import { onPerson, own, type Samples } from '../sample';

export const account: Samples = {
  'account.listPersonas': own(),
  'account.signInLocally': own({ persona: 'resident' }),
  'account.signInWechat': own(),
  'account.signOut': own(),
  'account.me': own(),
  'account.readConsentText': own(),
  'account.agreeConsent': own({ version: consentText.version }),
  'account.readUndertakingText': own(),
  'account.acceptUndertaking': own({ version: undertakingText.version }),
  'account.reportSubscription': own({ agreed: ['notice'] }),
  'account.bindSelf': own(() => ({ name: '石云', idNumber: idNumberOf('shiYun') })),
  'account.addFamilyMember': own(() => ({ relation: 'parent', name: '韦大山', idNumber: idNumberOf('weiDashan') })),
  'account.openSlip': own(async (county: County) => ({ code: await slipOfHome(county) })),
  'account.myHouseholds': own(),
  'account.chooseMode': onPerson({ householdId: householdIdOf('one'), mode: 'self' }),
  'account.myBadge': own(),
  'account.checkBadge': own({ code: 'a-badge-nobody-has' }),
  'account.removeFamilyMember': own({ personId: personIdOf('weiDashan') }),
};
