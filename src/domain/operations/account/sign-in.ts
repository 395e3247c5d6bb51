import * as z from 'zod';
import { command, query } from '../operation';
import { id, instant, optionalLine } from '../shapes';

const spokenCode = z
  .string()
  .trim()
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[2-9A-HJKMNP-Z]{6,12}$/, '码由字母和数字组成，请照着再输一遍'))
  .meta({ title: '登录码或邀请码' });

/** The person invited signs in, gives the code and proves the telephone number on the staff list. */
export const redeemInvitation = command({
  name: 'account.redeemInvitation',
  title: '领取岗位',
  verb: 'signedIn',
  input: z.strictObject({
    code: spokenCode,
    /** From WeChat's button for the telephone number, or the number as typed. */
    phone: z
      .union([
        z.strictObject({ wechatCode: z.string().min(1).max(200) }),
        z.strictObject({
          number: z
            .string()
            .trim()
            .regex(/^1[3-9]\d{9}$/, '请填 11 位手机号'),
        }),
      ])
      .meta({ title: '手机号' }),
  }),
  output: z.strictObject({ postId: id('岗位编号'), role: z.string(), title: z.string(), organisation: z.string() }),
});

/** An office computer asks for a code to show; it keeps the secret to ask how it went. */
export const beginWebSignIn = command({
  name: 'account.beginWebSignIn',
  title: '电脑登录：取码',
  verb: 'anyone',
  input: z.strictObject({ device: optionalLine('设备', 60) }),
  output: z.strictObject({ code: z.string(), pollSecret: z.string(), expiresAt: instant }),
});

/** On the phone, before confirming: which computer, since when. */
export const lookWebSignIn = query({
  name: 'account.lookWebSignIn',
  title: '电脑登录：查看',
  verb: 'signedIn',
  input: z.strictObject({ code: spokenCode }),
  output: z.strictObject({ device: z.string(), begunAt: instant, expiresAt: instant, name: z.string() }),
});

export const confirmWebSignIn = command({
  name: 'account.confirmWebSignIn',
  title: '电脑登录：手机确认',
  verb: 'signedIn',
  input: z.strictObject({ code: spokenCode, allow: z.boolean().meta({ title: '是否允许' }) }),
  output: z.strictObject({ state: z.enum(['confirmed', 'refused']), device: z.string() }),
});

/** The session comes once; asking again with the same secret is refused. */
export const pollWebSignIn = command({
  name: 'account.pollWebSignIn',
  title: '电脑登录：取结果',
  verb: 'anyone',
  input: z.strictObject({ pollSecret: z.string().min(32).max(100).meta({ title: '查询凭据' }) }),
  output: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('waiting') }),
    z.strictObject({ state: z.literal('refused') }),
    z.strictObject({ state: z.literal('expired') }),
    z.strictObject({ state: z.literal('confirmed'), session: z.string(), name: z.string(), expiresAt: instant }),
  ]),
});

export const gettingIn = [redeemInvitation, beginWebSignIn, lookWebSignIn, confirmWebSignIn, pollWebSignIn];
