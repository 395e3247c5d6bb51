import { Problem } from '@/domain/problem';
import type * as z from 'zod';

/**
 * Parses what came from the phone. The problem names the field and the reason, never the value.
 * Errors: call.invalid { field, reason }.
 */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Problem('call.invalid', { field: issue?.path.join('.') || '内容', reason: reasonOf(issue) });
}

function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case undefined:
      return '格式不正确';
    case 'invalid_type':
      return '类型不对或没有填写';
    case 'unrecognized_keys':
      return '有不认识的内容';
    case 'too_big':
      return '太长或太大';
    case 'too_small':
      return '太短或太小';
    case 'invalid_value':
      return '不是可选的值';
    default:
      // A message of ours is Chinese; the library's own English one may quote the value.
      return /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '格式不正确';
  }
}
