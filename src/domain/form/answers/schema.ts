import * as z from 'zod';
import type { Answers, Reasons } from '../declare/context';
import type { AnswersOf, FormDefinition } from '../declare/form';
import { type Field, kindOf } from '../kinds';
import { isRecord } from '../kinds/clean';
import { looksMasked } from '../privacy';
import { sentence } from './check';

/**
 * For the function: known keys only, each answer tidied and of its kind. What depends on today, on the register or on
 * other answers is `check`'s concern; a masked secret passes for `unmaskAnswers` to put back. Issues name the field's label in Chinese and never repeat the answer.
 */
export function submissionSchema<F extends FormDefinition>(form: F): z.ZodType<AnswersOf<F>> {
  // One pass over what was sent: an object schema of all hundred fields costs five times as much on every submission.
  const parsed = z.custom<Answers>(isRecord, objectSentence()).transform((given, issues) => {
    const kept: Answers = {};
    for (const [key, raw] of Object.entries(given)) {
      const field = Object.hasOwn(form.fields, key) ? form.fields[key] : undefined;
      if (field === undefined) {
        issues.addIssue({ code: 'custom', message: objectSentence('unrecognized_keys') });
        return z.NEVER;
      }
      const { value, fault } = readAnswer(field, raw);
      if (fault !== undefined) issues.addIssue({ code: 'custom', message: fault, path: [key] });
      if (value !== undefined && value !== null) kept[key] = value;
    }
    return kept;
  });
  // One boundary: only keys of the form are kept, each read by its own kind.
  return parsed as unknown as z.ZodType<AnswersOf<F>>;
}

/** For the phone: half an answer is fine, a foreign key is dropped, nothing may be huge. */
export function draftSchema(form: FormDefinition): z.ZodType<Answers> {
  const shape: Record<string, z.ZodType> = {};
  for (const [key, field] of Object.entries(form.fields))
    shape[key] = z.optional(z.nullable(kindOf(field).draft(field))).catch(undefined);
  return z.object(shape).transform(withoutEmpty);
}

/** Reasons for warnings, by `findingKey`. */
export const reasonsSchema: z.ZodType<Reasons> = z
  .record(
    z.string().regex(/^[A-Z]\d{1,3}:\w{1,40}$/, '确认原因的编号不对，请更新后再提交'),
    z.string().trim().min(2, '请写明原因，至少两个字').max(200, '原因请不要超过 200 个字')
  )
  .refine((reasons) => Object.keys(reasons).length <= 80, '确认原因太多，请更新后再提交');

/** What travels from the phone: which form, which version, answers and reasons. */
export function envelopeSchema<F extends FormDefinition>(form: F) {
  return z.strictObject({
    form: z.literal(form.name, '没有这种表，请更新后再提交'),
    version: z.int().min(1).max(10_000),
    answers: submissionSchema(form),
    reasons: reasonsSchema.default({}),
  });
}

function readAnswer(field: Field, raw: unknown): { value: unknown; fault?: string } {
  const kind = kindOf(field);
  const value = kind.tidy(raw, field);
  if (value === undefined || (field.fieldClass === 'secret' && looksMasked(value))) return { value };
  const fault = kind.is(value) ? kind.fault(value, field) : { says: `填得不对，${kind.expects}` };
  return fault ? { value, fault: sentence(field.label, fault.says) } : { value };
}

function withoutEmpty(answers: Record<string, unknown>): Answers {
  const kept: Answers = {};
  for (const [key, value] of Object.entries(answers)) if (value !== undefined && value !== null) kept[key] = value;
  return kept;
}

const objectSentence = (issue?: string): string =>
  issue === 'unrecognized_keys'
    ? '提交的内容里有这份表上没有的项目，请更新小程序后再提交。'
    : '提交的内容不完整，请退出后重新打开再试。';
