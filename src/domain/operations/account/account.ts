import * as z from 'zod';
import { command, query } from '../operation';
import { collectState, day, divisionCode, done, instant, nothing, role, village } from '../shapes';

/** Signing in, who I am, and what I have agreed to. */
const posts = z.array(z.strictObject({ postId: z.string(), role, title: z.string() }));

export const listPersonas = query({
  name: 'account.listPersonas',
  title: '列出演示身份',
  verb: 'anyone',
  input: nothing,
  output: z.strictObject({
    personas: z.array(z.strictObject({ persona: z.string(), name: z.string(), introduction: z.string(), posts })),
  }),
});

/** Exists in the local cloud only: elsewhere access.localOnly. */
export const signInLocally = command({
  name: 'account.signInLocally',
  title: '以演示身份登录',
  verb: 'anyone',
  input: z.strictObject({ persona: z.string().min(1).max(64).meta({ title: '演示身份' }) }),
  output: z.strictObject({ session: z.string(), expiresAt: instant }),
});

/** The platform says who calls; the first call makes the account. */
export const signInWechat = command({
  name: 'account.signInWechat',
  title: '微信登录',
  verb: 'anyone',
  input: nothing,
  output: z.strictObject({ accountId: z.string(), created: z.boolean() }),
});

export const signOut = command({
  name: 'account.signOut',
  title: '退出登录',
  verb: 'anyone',
  input: nothing,
  output: done,
});

const versions = z.strictObject({ wanted: z.string(), agreed: z.string().nullable() });

/** A person this account answers for. Identity masked; `hasRecord` false means still to be declared. */
const boundPerson = z.strictObject({
  personId: z.string(),
  relation: z.string(),
  relationLabel: z.string(),
  name: z.string(),
  idMasked: z.string(),
  birthDate: day.nullable(),
  populationClass: z.string(),
  collectState,
  village: village.nullable(),
  /** Waiting for a village to claim him. */
  placing: z.boolean(),
  record: z
    .strictObject({ recordId: z.string(), version: z.int(), receiptNo: z.string(), updatedAt: instant })
    .nullable(),
});

export const me = query({
  name: 'account.me',
  title: '查看我的账号',
  verb: 'signedIn',
  input: nothing,
  output: z.strictObject({
    accountId: z.string(),
    name: z.string(),
    channel: z.enum(['weapp', 'web']),
    /** The post this call was made in; 'resident' by default. */
    postId: z.string(),
    role,
    posts: z.array(
      z.strictObject({
        postId: z.string(),
        role,
        roleLabel: z.string(),
        title: z.string(),
        organisation: z.string(),
        badgeNo: z.string(),
        startsOn: day,
        endsOn: day.nullable(),
        /** False before it starts and after it ends. */
        current: z.boolean(),
        scopes: z.array(z.strictObject({ code: divisionCode, name: z.string(), part: z.string() })),
        undertaking: versions,
      })
    ),
    persons: z.array(boundPerson),
    consent: versions,
    county: z.strictObject({ code: z.string(), name: z.string(), edition: day }),
    /** What of the campaign a home page says: last day of collection and where the county stands. */
    campaign: z.strictObject({
      phase: z.string(),
      phaseLabel: z.string(),
      deadline: day.nullable(),
      /** Why nothing can be filled in today, as a sentence; empty when it can. */
      closed: z.string().default(''),
    }),
    today: day,
  }),
});

const longText = z.strictObject({
  version: z.string(),
  title: z.string(),
  sections: z.array(z.strictObject({ heading: z.string(), paragraphs: z.array(z.string()) })),
});

export const readConsentText = query({
  name: 'account.readConsentText',
  title: '阅读信息采集告知书',
  verb: 'anyone',
  input: nothing,
  output: longText,
});

export const agreeConsent = command({
  name: 'account.agreeConsent',
  title: '同意信息采集告知书',
  verb: 'self.settings',
  input: z.strictObject({ version: z.string().max(32).meta({ title: '告知书版本' }) }),
  output: done,
});

export const readUndertakingText = query({
  name: 'account.readUndertakingText',
  title: '阅读保密承诺书',
  verb: 'signedIn',
  input: nothing,
  output: longText,
});

/** For the post of the call; before it no information on persons is shown. */
export const acceptUndertaking = command({
  name: 'account.acceptUndertaking',
  title: '确认保密承诺书',
  verb: 'self.settings',
  input: z.strictObject({ version: z.string().max(32).meta({ title: '承诺书版本' }) }),
  output: done,
});

/** Names of the message templates, as the edges know them. */
export const subscriptionTemplates = ['reminder', 'notice', 'returned'] as const;
const template = z.enum(subscriptionTemplates);

/** What WeChat's subscription dialog answered: each agreed template is one message more. */
export const reportSubscription = command({
  name: 'account.reportSubscription',
  title: '记录消息订阅',
  verb: 'self.settings',
  input: z.strictObject({ agreed: z.array(template).max(3).meta({ title: '订阅的消息' }) }),
  output: z.strictObject({ remaining: z.strictObject({ reminder: z.int(), notice: z.int(), returned: z.int() }) }),
});

export const signingIn = [
  listPersonas,
  signInLocally,
  signInWechat,
  signOut,
  me,
  readConsentText,
  agreeConsent,
  readUndertakingText,
  acceptUndertaking,
  reportSubscription,
];
