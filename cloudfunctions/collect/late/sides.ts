import {
  type Answers,
  type FormDefinition,
  lostWords,
  type Merged,
  mergeAnswers,
  type Sides,
  upgrade,
} from '@/domain/form';
import { isProblem } from '@/domain/problem';
import type { OnceContext } from '../../runtime/handle-once';
import { versionOf } from '../../store/queries/records/record-versions';
import type { Judged } from '../judge';
import { openVersion } from '../subject';

/** What the answers started from, in full and as the form is today; nothing where they started from nothing. */
export async function baseAnswers(
  form: FormDefinition,
  { subjectId, version }: { subjectId: string; version: number },
  { db, actor, services }: Pick<OnceContext, 'db' | 'actor' | 'services'>
): Promise<Answers> {
  if (version === 0) return {};
  const row = await versionOf(db, actor.countyCode, { formId: form.name, subjectId, version });
  if (row === undefined) return {};
  return upgrade(form, openVersion(services.secrecy, actor.countyCode, row).answers, row.form_version);
}

/** What becomes of late answers beside those that stand. */
export type Beside =
  /** They say nothing that does not stand already. */
  | { is: 'same' }
  /** Both go together; judged once more as a whole. */
  | { is: 'merged'; judged: Judged }
  /** A human must choose; the fields of which both said something else, or that do not fit together. */
  | { is: 'conflict'; fields: string[] };

/** @param judgeTogether judges the merged answers by the form, with everything that is asked of an ordinary submission */
export function putBeside<J extends Judged>(
  form: FormDefinition,
  sides: Sides,
  judgeTogether: (answers: Answers) => J
): Exclude<Beside, { is: 'merged' }> | { is: 'merged'; judged: J } {
  const merged = mergeAnswers(form, sides);
  if (merged.overlaps.length > 0) return { is: 'conflict', fields: merged.overlaps };
  if (merged.taken.length === 0) return { is: 'same' };
  const judged = unlessFaulty(() => judgeTogether(merged.answers));
  if (judged === undefined) return { is: 'conflict', fields: merged.different };
  const lost = lostWords(form, sides, merged, judged.answers);
  return lost.length > 0 ? { is: 'conflict', fields: unsettled(merged, lost) } : { is: 'merged', judged };
}

/** The dropped words, and what the late answers changed: one of these made the form drop them. */
const unsettled = ({ taken }: Merged, lost: readonly string[]): string[] => [...new Set([...taken, ...lost])];

/** Each was right by itself, together they are not, and nobody has explained them: not for a machine to mend. */
export function unlessFaulty<J>(judgeThem: () => J): J | undefined {
  try {
    return judgeThem();
  } catch (error) {
    if (isProblem(error) && (error.code === 'form.faults' || error.code === 'form.warnings')) return undefined;
    throw error;
  }
}
