import { idPlace, phonePlace } from '../../people/sealed';
import type { Context } from '../../runtime/handle';
import type { Place } from '../../secrecy';
import { findHousehold } from '../../store/queries/people/households';
import { type MergeRow, recordOf } from '../../store/queries/register/merges';
import {
  membersOf,
  type PersonChange,
  type PersonColumn,
  type RegisterPersonRow,
} from '../../store/queries/register/register-people';
import { recordColumns } from './taking';

/** How both change when a merge is taken back. */
export interface GivenBack {
  kept: PersonChange;
  dropped: PersonChange;
  /** The record that goes back to the other one. */
  recordId: string | null;
  /** The household whose head is to be looked at again. */
  headOf: string | null;
  /** What could not be put back as it was, in sentences. */
  told: string[];
}

/** Only what the merge brought and nobody changed since goes back. */
export async function givenBack(
  context: Context,
  merge: MergeRow,
  kept: RegisterPersonRow,
  dropped: RegisterPersonRow
): Promise<GivenBack> {
  const { taken, kept_before: before } = merge;
  const told: string[] = [];
  const change: PersonChange = {};
  for (const column of taken.columns as PersonColumn[]) {
    if (cellOf(kept, column) === cellOf(dropped, column)) change[column] = before[column] ?? null;
    else if (labels[column] !== undefined) told.push(`${labels[column]}在合并以后改过，留在保留的一方。`);
  }
  Object.assign(change, numberBack(context, merge, kept, dropped), phoneBack(context, merge, kept, dropped));
  const record = await recordBack(context, merge, kept, dropped);
  const home = await homeBack(context, kept, dropped, change);
  return {
    kept: { ...change, ...record.kept },
    dropped: { ...record.dropped, ...home.dropped },
    recordId: record.recordId,
    headOf: home.headOf,
    told: [...told, ...record.told, ...home.told],
  };
}

const labels: Partial<Record<PersonColumn, string>> = {
  birth_date: '出生日期',
  ethnic: '民族',
  hukou_nature: '户口性质',
  residence_code: '现居住地',
  village_code: '户籍村（居）',
  household_id: '所在户',
  relation: '与户主关系',
};

function numberBack(
  context: Context,
  { taken, kept_before }: MergeRow,
  kept: RegisterPersonRow,
  dropped: RegisterPersonRow
): PersonChange {
  const at = (row: RegisterPersonRow) => idPlace(context.actor.countyCode, row.person_id);
  if (!taken.number || !sameSecret(context, [kept.id_cipher, at(kept)], [dropped.id_cipher, at(dropped)])) return {};
  const change: PersonChange = { id_cipher: null, id_index: null };
  for (const column of ['id_type', 'id_masked', 'id_tail', 'sex', 'birth_date'] as const)
    change[column] = kept_before[column] ?? null;
  return change;
}

function phoneBack(
  context: Context,
  { taken }: MergeRow,
  kept: RegisterPersonRow,
  dropped: RegisterPersonRow
): PersonChange {
  const at = (row: RegisterPersonRow) => phonePlace(context.actor.countyCode, row.person_id);
  const same = sameSecret(context, [kept.phone_cipher, at(kept)], [dropped.phone_cipher, at(dropped)]);
  return taken.phone && same ? { phone_cipher: null, phone_index: null, phone_masked: '' } : {};
}

/** Opened to be compared: while new keys are put in, one of the two may stand under the old index already. */
function sameSecret(
  { services: { secrecy } }: Context,
  [one, at]: [Buffer | null, Place],
  [other, there]: [Buffer | null, Place]
): boolean {
  return one !== null && other !== null && secrecy.open(one, at) === secrecy.open(other, there);
}

/**
 * The record goes back only as long as nobody has written a newer version of it; how far its review is goes along.
 * Without it the other one is still to be collected.
 */
async function recordBack(
  { db, actor }: Context,
  { taken, kept_before }: MergeRow,
  kept: RegisterPersonRow,
  dropped: RegisterPersonRow
): Promise<Pick<GivenBack, 'kept' | 'dropped' | 'recordId' | 'told'>> {
  if (taken.record === null) return { kept: {}, dropped: {}, recordId: null, told: [] };
  const now = await recordOf(db, actor.countyCode, kept.person_id);
  if (now?.record_id !== taken.record.recordId || now.version !== taken.record.version) {
    const uncollected = { collect_state: 'due', employment_state: '', record_mode: '' };
    const sentence = '填报在合并以后有了新的一版，留在保留的一方；恢复的一方要重新采集。';
    return { kept: {}, dropped: uncollected, recordId: null, told: [sentence] };
  }
  const back: PersonChange = {};
  for (const column of recordColumns) back[column] = kept_before[column] ?? '';
  const died = kept.collect_state === 'closed' && kept_before.collect_state !== 'closed';
  if (died) for (const column of ['collect_state', 'population_class'] as const) delete back[column];
  const state: PersonChange = dropped.collect_state === 'closed' ? {} : { collect_state: now.state };
  return { kept: back, dropped: state, recordId: now.record_id, told: [] };
}

/** A household that moved away meanwhile, or has another head, is not what he came from. */
async function homeBack(
  { db, actor }: Context,
  kept: RegisterPersonRow,
  dropped: RegisterPersonRow,
  change: PersonChange
): Promise<Pick<GivenBack, 'dropped' | 'headOf' | 'told'>> {
  const { household_id: householdId, village_code: village } = dropped;
  if (householdId === null) return { dropped: {}, headOf: null, told: [] };
  const home = await findHousehold(db, actor.countyCode, householdId);
  if (home?.village_code !== village && home?.village_code !== null && village !== null) {
    const away: PersonChange = { household_id: null, relation: '9' };
    return { dropped: away, headOf: null, told: ['原来的户在合并以后迁走了，请为恢复的一方重新选择户。'] };
  }
  if (dropped.relation !== '0') return { dropped: {}, headOf: null, told: [] };
  const others = (await membersOf(db, actor.countyCode, householdId)).filter(
    ({ person_id, relation }) => relation === '0' && !(person_id === kept.person_id && change.relation !== undefined)
  );
  if (others.length === 0) return { dropped: {}, headOf: householdId, told: [] };
  const sentence = '这一户在合并以后有了新的户主，恢复的一方不再是户主，请核对与户主关系。';
  return { dropped: { relation: '9' }, headOf: null, told: [sentence] };
}

const cellOf = (row: RegisterPersonRow, column: PersonColumn): unknown =>
  (row as Partial<Record<PersonColumn, unknown>>)[column];
