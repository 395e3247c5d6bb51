import type * as z from 'zod';

/**
 * A cloud newer than this phone may answer more than the phone knows: what is unknown is left out, all else must fit.
 * Errors: ZodError when something known is missing or of another kind.
 */
export function parseReply<Schema extends z.ZodType>(schema: Schema, reply: unknown): z.output<Schema> {
  const parsed = schema.safeParse(reply);
  if (parsed.success) return parsed.data;
  const known = structuredCopy(reply);
  for (const issue of parsed.error.issues) {
    if (issue.code !== 'unrecognized_keys') throw parsed.error;
    const holder = issue.path.reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), known);
    for (const key of issue.keys) Reflect.deleteProperty(Object(holder), key);
  }
  return schema.parse(known);
}

/** WeChat has no structuredClone; a reply came as JSON and can go as JSON. */
const structuredCopy = (reply: unknown): unknown => JSON.parse(JSON.stringify(reply));
