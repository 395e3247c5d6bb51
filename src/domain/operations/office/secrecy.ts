import * as z from 'zod';
import { allRevealables } from '../../access/disclosure';
import { command, query } from '../operation';
import { count, instant, nothing, personId, reason } from '../shapes';

/** What is kept sealed, shown to one person for minutes and for a reason; and the keys it is sealed with. */

/**
 * Each call counts against the post's number a day. Asked again with the same requestId, `lines` is empty: what was
 * revealed is not kept.
 * Problems: secret.limit, secret.role, found.nothing.
 */
export const revealSecret = command({
  name: 'office.revealSecret',
  title: '查看原文',
  verb: 'secret.reveal',
  discloses: true,
  input: z.strictObject({
    personId,
    /** `revealables` of the access rules says what each is called and who may see it. */
    what: z.enum(allRevealables).meta({ title: '要查看的内容' }),
    reason: reason.refine((words) => words.length >= 4, '请写明为什么要看，至少四个字'),
  }),
  output: z.strictObject({
    what: z.enum(allRevealables),
    lines: z.array(z.strictObject({ label: z.string(), text: z.string() })),
    /** The page hides it then. */
    expiresAt: instant,
    /** How many times this post may still look today. */
    remaining: count,
  }),
});

/** How often this post may still look today; before the first look. */
export const revealAllowance = query({
  name: 'office.revealAllowance',
  title: '查看今天还能查看原文几次',
  verb: 'secret.reveal',
  input: nothing,
  output: z.strictObject({
    may: z.array(z.enum(allRevealables)),
    limit: count,
    remaining: count,
    minutes: count,
  }),
});

const keysOfPurpose = z.strictObject({
  current: z.string(),
  /** Still kept, to open what they sealed. */
  older: z.array(z.string()),
});

/** Ids of keys, never keys. */
export const keyStatus = query({
  name: 'office.keyStatus',
  title: '查看密钥情况',
  verb: 'key.rotate',
  input: nothing,
  output: z.strictObject({
    seal: keysOfPurpose,
    index: keysOfPurpose,
    /** The last run of re-sealing, as in jobs.show; null before the first. */
    lastJob: z
      .strictObject({
        jobId: z.string(),
        state: z.string(),
        done: count,
        total: count.nullable(),
        updatedAt: instant,
        result: z.record(z.string(), z.unknown()),
      })
      .nullable(),
  }),
});

/** Seals and indexes everything anew under the keys in use: a job, taken up again where it stopped. */
export const rotateKeys = command({
  name: 'office.rotateKeys',
  title: '用新密钥重新加密',
  verb: 'key.rotate',
  input: z.strictObject({ reason }),
  output: z.strictObject({ jobId: z.string() }),
});

export const keepingSecrets = [revealSecret, revealAllowance, keyStatus, rotateKeys];
