import { invite } from '@/domain/operations/account/accounts';
import { accountIdOf, type County, home, postIdOf } from '../../support/county';
import { onPlace, own, type Samples } from '../sample';

const newcomer = {
  name: '陆新',
  phone: '13811112222',
  role: 'committee' as const,
  title: '村主任',
  scopes: [home],
  startsOn: '2018-01-01',
};
const invited = async (county: County) => ({
  invitationId: (await county.as('townOfficer').call(invite, newcomer)).invitationId,
});
const secretary = { accountId: accountIdOf('villageSecretary'), reason: '手机丢失' };
const post = { postId: postIdOf('villageSecretary'), reason: '分工调整' };

export const office: Samples = {
  'office.progress': onPlace({ divisionCode: home }),
  'office.progressSeries': onPlace({ divisionCode: home }),
  'office.employment': onPlace({ divisionCode: home }),
  'office.peopleBehind': onPlace({ divisionCode: home, figure: 'due' }),
  'office.recountStatus': onPlace({ divisionCode: home }),
  'office.outtray': onPlace({}),
  'office.phases': own(),
  'office.setPhases': onPlace({
    items: [{ phase: 'collect', title: '信息采集', startsOn: '2018-01-01', endsOn: '2018-03-31' }],
  }),
  'office.callbacks': onPlace({}),
  'office.setCallback': onPlace({ divisionCode: home.slice(0, 9), callback: '镇就业服务中心（示例号码）' }),
  'office.setSelfWindow': onPlace({ closesOn: '2018-03-10' }),
  'office.accounts': onPlace({ divisionCode: home }),
  'office.invite': onPlace(newcomer),
  'office.renewInvitation': onPlace(invited),
  'office.revokeInvitation': onPlace(async (county: County) => ({ ...(await invited(county)), reason: '填错了人' })),
  'office.suspend': onPlace(secretary),
  'office.resume': onPlace(secretary),
  'office.endPost': onPlace(post),
  'office.changeScopes': onPlace({ ...post, scopes: [home] }),
};
