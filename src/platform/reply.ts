import * as z from 'zod';
import type { Reply } from '@/domain/operations/envelope';
import { isProblemCode, type ProblemCode } from '@/domain/problem';
import { Unreachable } from './unreachable';

const reply = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    problem: z.object({
      // A newer cloud may know problems that this version does not: its sentence is shown all the same.
      code: z.string().transform((code): ProblemCode => (isProblemCode(code) ? code : 'internal')),
      message: z.string().min(1),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  }),
]);

/** Errors: Unreachable 'unreadable' when this is not a function's reply, e.g. a gateway's own page. */
export function readReply(value: unknown): Reply {
  const parsed = reply.safeParse(value);
  if (!parsed.success) throw new Unreachable('unreadable');
  return parsed.data;
}
