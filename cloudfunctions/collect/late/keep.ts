import * as z from 'zod';
import type { Answers, FormDefinition } from '@/domain/form';
import type { OnceContext } from '../../runtime/handle-once';
import { newId } from '../../runtime/ids';
import type { Place, Secrecy } from '../../secrecy';
import { comparisonExpression, type NewComparison } from '../../store/queries/field/comparison-writes';

type Given = Omit<
  NewComparison,
  'county' | 'comparisonId' | 'formId' | 'formVersion' | 'sealed' | 'author' | 'receivedAt'
>;

export interface LateAnswers {
  /** Tidy and in full, as they would have been stored. */
  answers: Answers;
  reasons: Readonly<Record<string, string>>;
}

/** Late answers beside the record, all of them sealed: nobody needs to search in them. */
export function keepBeside(
  form: FormDefinition,
  late: LateAnswers,
  given: Given,
  { actor, now, services, note }: OnceContext,
  add: (value: unknown) => string
): string {
  const comparisonId = newId('k', now);
  note({ details: { comparison: comparisonId, kind: given.kind, fields: given.fields, mode: given.mode } });
  const one: NewComparison = {
    ...given,
    county: actor.countyCode,
    comparisonId,
    formId: form.name,
    formVersion: form.version,
    sealed: sealLate(services.secrecy, actor.countyCode, comparisonId, late),
    author: { accountId: actor.accountId, postId: actor.postId, name: actor.name, role: actor.role },
    receivedAt: now,
  };
  return comparisonExpression(one, add);
}

export const sealLate = (secrecy: Secrecy, county: string, comparisonId: string, late: LateAnswers): Buffer =>
  secrecy.seal(JSON.stringify(late), comparisonPlace(county, comparisonId));

const lateShape = z.object({ answers: z.record(z.string(), z.unknown()), reasons: z.record(z.string(), z.string()) });

export const openLate = (
  secrecy: Secrecy,
  county: string,
  { comparisonId, sealed }: { comparisonId: string; sealed: Uint8Array }
): LateAnswers => lateShape.parse(JSON.parse(secrecy.open(sealed, comparisonPlace(county, comparisonId))));

const comparisonPlace = (county: string, comparisonId: string): Place => ({
  county,
  table: 'comparison',
  row: comparisonId,
  column: 'sealed',
});
