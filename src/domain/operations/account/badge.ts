import * as z from 'zod';
import { command, query } from '../operation';
import { day, id, instant } from '../shapes';

/** The enumerator's badge (采集员证): a code that says nothing by itself and runs out. */

const villages = z.array(z.strictObject({ code: z.string(), name: z.string(), until: instant }));

/** A new code for the screen; the last one still holds until it runs out, for the doors without signal. */
export const myBadge = command({
  name: 'account.myBadge',
  title: '出示采集员证',
  verb: 'lease.hold',
  input: z.strictObject({}),
  output: z.strictObject({
    name: z.string(),
    badgeNo: z.string(),
    company: z.string(),
    endsOn: day.nullable(),
    villages,
    /** What the address of the page holds; random, nothing of the person. */
    code: z.string(),
    /** The picture to scan: data address. */
    picture: z.string(),
    issuedAt: instant,
    expiresAt: instant,
  }),
});

/**
 * - valid: holds work now
 * - noWork: a current post, but no village is his now
 * - suspended, ended: the account or post
 * - expired: the code has run out or was replaced; he shows a new one
 * - unknown: no such code
 */
export const badgeStates = ['valid', 'noWork', 'suspended', 'ended', 'expired', 'unknown'] as const;

/** Anyone may ask; who it is is said of a badge that is good, and of nobody else. */
export const checkBadge = query({
  name: 'account.checkBadge',
  title: '查验采集员证',
  verb: 'anyone',
  input: z.strictObject({ code: z.string().trim().min(1, '请填写').max(64).meta({ title: '证件码' }) }),
  output: z.strictObject({
    state: z.enum(badgeStates),
    /** What it means and what to do. */
    sentence: z.string(),
    holder: z
      .strictObject({
        name: z.string(),
        badgeNo: z.string(),
        company: z.string(),
        endsOn: day.nullable(),
        villages: z.array(z.string()),
      })
      .nullable(),
    checkedAt: instant,
    /** Whom to call. */
    callback: z.string(),
  }),
});

/** A card to print and wear; printing it again ends the one before. */
export const badgeSheet = command({
  name: 'assignment.badgeSheet',
  title: '打印采集员证',
  verb: 'assignment.manage',
  input: z.strictObject({ postId: id('岗位编号') }),
  output: z.strictObject({ html: z.string(), expiresAt: instant }),
});

export const badging = [myBadge, checkBadge, badgeSheet];
