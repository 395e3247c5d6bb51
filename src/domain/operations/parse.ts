import type * as z from 'zod';
import { Problem } from '../problem';

/**
 * Parses what crosses between phone and cloud; the phone checks before it sends, the cloud again. The problem names the field by its Chinese title and the reason, never the value.
 * Errors: call.invalid { field, reason }.
 */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Problem('call.invalid', { field: titleAt(schema, issue?.path ?? []), reason: reasonOf(issue) });
}

function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case undefined:
      return '格式不正确';
    case 'unrecognized_keys':
      return '有不认识的内容';
    case 'too_big':
      return ownWords(issue.message) ?? '太长或太大';
    case 'too_small':
      return ownWords(issue.message) ?? '没有填写，或太短、太小';
    case 'invalid_type':
      return '类型不对或没有填写';
    case 'invalid_value':
      return '不是可选的值';
    default:
      return ownWords(issue?.message ?? '') ?? '格式不正确';
  }
}

/** A message of ours is Chinese; the library's own English one may quote the value. */
const ownWords = (message: string): string | undefined => (/[\u4e00-\u9fff]/.test(message) ? message : undefined);

/** The title of the innermost part along the path that has one; what the phone called the part is not repeated. */
function titleAt(schema: z.ZodType, path: readonly PropertyKey[]): string {
  let part: unknown = schema;
  let title = '内容';
  for (const key of [undefined, ...path]) {
    part = key === undefined ? part : inner(part, key);
    if (!isSchema(part)) return title;
    title = titleOf(part) ?? title;
  }
  return title;
}

function titleOf(schema: z.ZodType): string | undefined {
  for (let part: unknown = schema; isSchema(part); part = wrapped(part)) {
    const title = part.meta()?.title;
    if (title !== undefined) return title;
  }
  return undefined;
}

function inner(schema: unknown, key: PropertyKey): unknown {
  let part = schema;
  for (let outer = wrapped(part); outer !== undefined; outer = wrapped(part)) part = outer;
  const def = definition(part);
  if (def?.type === 'object') return def.shape?.[String(key)];
  return def?.type === 'array' ? def.element : def?.valueType;
}

/** What optional, default, nullable and refining layers hold inside. */
const wrapped = (schema: unknown): unknown => {
  const def = definition(schema);
  return def?.innerType ?? def?.in;
};

interface Definition {
  type?: string;
  innerType?: unknown;
  in?: unknown;
  element?: unknown;
  valueType?: unknown;
  shape?: Record<string, unknown>;
}

const isSchema = (value: unknown): value is z.ZodType => typeof value === 'object' && value !== null && '_zod' in value;
const definition = (schema: unknown): Definition | undefined =>
  isSchema(schema) ? (schema._zod.def as Definition) : undefined;
