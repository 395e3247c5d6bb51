import { undertakingText } from '@/domain/access';
import { consentText } from '@/domain/campaign/consent';
import { idNumberOf, personIdOf } from '../../support/county';
import { own, type Samples } from '../sample';

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
  'account.removeFamilyMember': own({ personId: personIdOf('weiDashan') }),
};
