import * as z from 'zod';
import type { ProblemReply } from '../problem';

/** Longest text body of a call, in bytes of UTF-8: the platform's own limit. */
export const maximumCallBytes = 100 * 1024;

/** Ids made on the phone: 16 to 64 letters, digits, - or _. */
export const clientId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, '编号格式不正确');

/** What the phone sends. The session is absent in WeChat, where the platform itself says who calls. */
export const envelope = z.strictObject({
  operation: z.string().min(3).max(64),
  input: z.unknown(),
  requestId: clientId,
  session: z.string().min(16).max(200).optional(),
  post: z.string().min(1).max(64).optional(),
});
export type Envelope = z.output<typeof envelope>;

export type Reply<T = unknown> = { ok: true; value: T } | { ok: false; problem: ProblemReply };

/** What comes back, before anything is believed of it. */
export const replySchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    problem: z.object({
      code: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
    }),
  }),
]);
