import * as z from 'zod';
import { allRoles, type Role } from '../../access';
import { command, query } from '../operation';
import { cursor, day, divisionCode, givenLine, id, instant, optionalLine, page, pageSize, reason } from '../shapes';

export const staffRole = z.enum(allRoles.filter((role) => role !== 'resident') as [Role, ...Role[]]);
export const accountState = z.enum(['invited', 'active', 'suspended', 'ended']);

/** Posts under the places of the officer who asks; a person with two posts has two rows. */
export const listAccounts = query({
  name: 'office.accounts',
  title: '人员账号',
  verb: 'account.manage',
  input: z.strictObject({
    divisionCode,
    role: staffRole.optional().meta({ title: '岗位' }),
    state: accountState.optional().meta({ title: '账号状态' }),
    name: optionalLine('姓名', 50),
    cursor,
    limit: pageSize(50, 200),
  }),
  output: page(
    z.strictObject({
      /** Id of the post, or of the invitation while nobody has used it. */
      rowId: id('编号'),
      accountId: id('账号编号').nullable(),
      name: z.string(),
      phoneMasked: z.string(),
      role: staffRole,
      title: z.string(),
      organisation: z.string(),
      badgeNo: z.string(),
      scopes: z.array(z.strictObject({ code: divisionCode, name: z.string() })),
      startsOn: day,
      endsOn: day.nullable(),
      state: accountState,
      stateReason: z.string(),
      undertakingAt: instant.nullable(),
      invitationExpiresAt: instant.nullable(),
    })
  ),
});

const scopes = z.array(divisionCode).min(1, '请至少选一个负责的地区').max(50).meta({ title: '负责范围' });
const mobile = z
  .string()
  .trim()
  .regex(/^1[3-9]\d{9}$/, '请填 11 位手机号')
  .meta({ title: '手机号' });

/** Puts a person on the staff list and makes a one-time code bound to that telephone number. */
export const invite = command({
  name: 'office.invite',
  title: '邀请工作人员',
  verb: 'account.manage',
  input: z.strictObject({
    name: givenLine('姓名', 50),
    phone: mobile,
    role: staffRole.meta({ title: '岗位' }),
    title: givenLine('职务', 40),
    organisation: optionalLine('单位', 60),
    badgeNo: optionalLine('工作证号', 30),
    languages: z.array(z.string().max(10)).max(6).default([]).meta({ title: '会说的语言' }),
    scopes,
    startsOn: day.meta({ title: '开始日期' }),
    endsOn: day.nullable().default(null).meta({ title: '结束日期' }),
  }),
  output: z.strictObject({
    invitationId: id('邀请编号'),
    phoneMasked: z.string(),
    expiresAt: instant,
    /** To be told to the person, shown this once only; null when the call is repeated. */
    code: z.string().nullable(),
    /** What a code picture for the phone opens. */
    path: z.string().nullable(),
  }),
});

/** A new code for an invitation not used yet; the old one dies. */
export const renewInvitation = command({
  name: 'office.renewInvitation',
  title: '重新发放邀请码',
  verb: 'account.manage',
  input: z.strictObject({ invitationId: id('邀请编号') }),
  output: invite.output,
});

export const revokeInvitation = command({
  name: 'office.revokeInvitation',
  title: '撤销邀请',
  verb: 'account.manage',
  input: z.strictObject({ invitationId: id('邀请编号'), reason }),
  output: z.strictObject({ invitationId: id('邀请编号') }),
});

const accountAct = { accountId: id('账号编号'), reason };
const accountNow = z.strictObject({ accountId: id('账号编号'), state: z.enum(['active', 'suspended', 'ended']) });

/** At once: every session and lease of the account stops, e.g. when a phone is lost. */
export const suspend = command({
  name: 'office.suspend',
  title: '停用账号',
  verb: 'account.manage',
  input: z.strictObject(accountAct),
  output: accountNow,
});

export const resume = command({
  name: 'office.resume',
  title: '恢复账号',
  verb: 'account.manage',
  input: z.strictObject(accountAct),
  output: accountNow,
});

/** The post ends today: contract over, or the person has gone. His leases are taken back. */
export const endPost = command({
  name: 'office.endPost',
  title: '结束岗位',
  verb: 'account.manage',
  input: z.strictObject({ postId: id('岗位编号'), reason }),
  output: z.strictObject({ postId: id('岗位编号'), endsOn: day, leasesTakenBack: z.int() }),
});

export const changeScopes = command({
  name: 'office.changeScopes',
  title: '调整负责范围',
  verb: 'account.manage',
  input: z.strictObject({ postId: id('岗位编号'), scopes, reason }),
  output: z.strictObject({ postId: id('岗位编号'), scopes: z.array(divisionCode) }),
});

export const staffing = [
  listAccounts,
  invite,
  renewInvitation,
  revokeInvitation,
  suspend,
  resume,
  endPost,
  changeScopes,
];
