import type { FormDefinition } from '@/domain/form';
import { compare } from '@/domain/form';
import { Problem } from '@/domain/problem';
import type { OnceContext } from '../runtime/handle-once';
import { versionOf } from '../store/queries/record-versions';

/**
 * The answers started from a version that is not the live one any more: nothing is overwritten, and the problem names
 * the fields that differ, for a page that lets a human choose.
 */
export async function changedSince(
  form: FormDefinition,
  subject: { subjectId: string; baseVersion: number; liveVersion: number },
  { db, actor }: OnceContext
): Promise<Problem> {
  const { subjectId, baseVersion, liveVersion } = subject;
  const named = { formId: form.name, subjectId };
  const base = await versionOf(db, actor.countyCode, { ...named, version: baseVersion });
  const live = await versionOf(db, actor.countyCode, { ...named, version: undefined });
  const changes = compare(form, base?.answers ?? {}, live?.answers ?? {});
  const labels = changes.slice(0, 8).map(({ label }) => label);
  return new Problem('state.changed', {
    what: labels.length === 0 ? '这份表' : `这份表的${labels.join('、')}${changes.length > 8 ? '等' : ''}`,
    version: liveVersion,
    by: live?.author_name ?? '',
    fields: changes.map(({ field }) => field).join(','),
  });
}
