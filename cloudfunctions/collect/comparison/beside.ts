import { type Actor, type Concern, ofPerson, places } from '@/domain/access';
import { partsOfPerson } from '@/domain/campaign/parts';
import { type FormDefinition, type Merged, mergeAnswers, type Sides, upgrade } from '@/domain/form';
import { formNamed } from '@/domain/forms';
import { Problem } from '@/domain/problem';
import type { Context } from '../../runtime/handle';
import { type ComparisonRow, findComparison } from '../../store/queries/field/comparisons';
import { type VersionRow, versionOf } from '../../store/queries/records/record-versions';
import { type LateAnswers, openLate } from '../late/keep';
import { baseAnswers } from '../late/sides';
import { openVersion } from '../subject';

/** Errors: found.nothing. */
export async function comparisonRow(comparisonId: string, { db, actor }: Pick<Context, 'db' | 'actor'>) {
  const row = await findComparison(db, actor.countyCode, comparisonId);
  if (row === undefined) throw new Problem('found.nothing', { what: '这份比对' });
  return row;
}

/** Where the person or employer stands now. */
export function concernOfComparison(row: ComparisonRow, { countyCode }: Actor): Concern {
  const place = row.villageCode || countyCode;
  if (row.formId !== 'personal') return places(place);
  const { groupName, oldVillageCode } = row;
  return ofPerson(row.subjectId, place, partsOfPerson({ groupName, oldVillageCode }));
}

export interface Beside {
  form: FormDefinition;
  sides: Sides;
  merged: Merged;
  late: LateAnswers;
  /** What stands, or stood when it was settled; undefined where nobody had been collected. */
  standing: VersionRow | undefined;
  /** Fields that a human must choose. */
  must: string[];
}

/** Both answers in full, never to leave the function so. */
export async function besideEachOther(row: ComparisonRow, context: Context): Promise<Beside> {
  const { actor, services } = context;
  const form = formNamed(row.formId);
  if (form === undefined) throw new Problem('form.unknown');
  const standing = await standingOf(row, context);
  const kept = openLate(services.secrecy, actor.countyCode, row);
  const late = { ...kept, answers: upgrade(form, kept.answers, row.formVersion) };
  const from = { subjectId: row.subjectId, version: row.sameSubject ? row.baseVersion : 0 };
  const live =
    standing === undefined
      ? {}
      : upgrade(form, openVersion(services.secrecy, actor.countyCode, standing).answers, standing.form_version);
  const sides = { base: await baseAnswers(form, from, context), live, late: late.answers };
  const merged = mergeAnswers(form, sides);
  const told = new Set(
    row.kind === 'lease' || !row.sameSubject ? merged.different : [...merged.overlaps, ...row.fields]
  );
  return { form, sides, merged, late, standing, must: merged.different.filter((field) => told.has(field)) };
}

function standingOf(row: ComparisonRow, { db, actor }: Context): Promise<VersionRow | undefined> | undefined {
  const { formId, subjectId, state, liveVersion } = row;
  if (state === 'settled' && liveVersion === 0) return undefined;
  const version = state === 'settled' ? liveVersion : undefined;
  return versionOf(db, actor.countyCode, { formId, subjectId, version });
}

/** One of the two answers is his. */
export const isOwn = ({ authorAccount, liveAccount }: ComparisonRow, { accountId }: Actor): boolean =>
  authorAccount === accountId || liveAccount === accountId;

/** Why this person may not choose; empty when he may. */
export function mayNotChoose(row: ComparisonRow, actor: Actor): string {
  if (row.state === 'settled') return `${row.settledName}已经选定了，请刷新后查看结果。`;
  if (isOwn(row, actor)) return '其中一份是您自己填的，要由别人来选。';
  if (actor.role === 'enumerator' && row.kind === 'conflict') return '两份不一样的填报要由督导、镇里或村委会来选。';
  return '';
}
