import { unmergePersons as operation } from '@/domain/operations/register-identity';
import { Problem } from '@/domain/problem';
import { type Context, handle } from '../../runtime/handle';
import { reopenCases } from '../../store/queries/register/duplicates';
import {
  findMerge,
  giveRecord,
  lockMerge,
  type MergeRow,
  recordOf,
  returnBindings,
  undoMerge,
} from '../../store/queries/register/merges';
import {
  changePerson,
  lockPeople,
  type PersonChange,
  type PersonColumn,
  type RegisterPersonRow,
} from '../../store/queries/register/register-people';
import { recountPeople } from './counting';
import { tell } from './event';
import { recordColumns } from './merge';
import { concernOfPeople } from './scope';

/** Takes a merge back: both stand as they did; what happened to the kept one since then stays with him. */
export const unmergePersons = handle(operation, {
  concerns: async ({ mergeId }, context) => {
    const merge = await findMerge(context.db, context.actor.countyCode, mergeId);
    if (merge === undefined) throw new Problem('found.nothing', { what: '这次合并' });
    return concernOfPeople(context, [merge.kept_id, merge.dropped_id]);
  },
  async act({ mergeId, reason }, context) {
    const { db, actor, now } = context;
    const { countyCode } = actor;
    const merge = await lockMerge(db, countyCode, mergeId);
    if (merge === undefined || merge.undone_at !== null) throw new Problem('state.changed', { what: '这次合并' });
    const rows = await lockPeople(db, countyCode, [merge.kept_id, merge.dropped_id]);
    const kept = rows.find(({ person_id }) => person_id === merge.kept_id);
    const dropped = rows.find(({ person_id }) => person_id === merge.dropped_id);
    if (kept === undefined || dropped?.merged_into !== merge.kept_id)
      throw new Problem('state.changed', { what: '这次合并' });
    if (kept.merged_into !== null)
      throw new Problem('state.wrong', { what: '保留的一方', state: '又并入了别人，请先撤销那一次合并' });
    const returns = await recordReturns(context, merge);
    await changePerson(db, countyCode, kept.person_id, givenBack(merge, kept, dropped, returns), now);
    await changePerson(db, countyCode, dropped.person_id, { merged_into: null }, now);
    if (returns && merge.taken.record !== null)
      await giveRecord(db, countyCode, merge.taken.record.recordId, dropped.person_id);
    await returnBindings(db, countyCode, merge.taken.accounts, kept.person_id, dropped.person_id);
    await recountPeople(context, [kept, dropped]);
    await undoMerge(db, countyCode, mergeId, actor.accountId, reason, now);
    await reopenCases(db, countyCode, [kept.person_id, dropped.person_id]);
    await tell(context, kept.person_id, 'register.unmerge', reason, ['与之合并的登记已分开']);
    await tell(context, dropped.person_id, 'register.unmerge', reason, ['恢复为单独的登记']);
    context.note({ subject: kept.person_id, reason, details: { mergeId, restored: dropped.person_id } });
    return { keptId: kept.person_id, restoredId: dropped.person_id };
  },
});

/** The record goes back only as long as nobody has written a newer version of it. */
async function recordReturns({ db, actor }: Context, { taken, kept_id }: MergeRow): Promise<boolean> {
  if (taken.record === null) return false;
  const now = await recordOf(db, actor.countyCode, kept_id);
  return now?.record_id === taken.record.recordId && now.version === taken.record.version;
}

/** Only what the merge brought and nobody changed since. */
function givenBack(
  { taken, kept_before }: MergeRow,
  kept: RegisterPersonRow,
  dropped: RegisterPersonRow,
  record: boolean
): PersonChange {
  const change: PersonChange = {};
  const columns: PersonColumn[] = [...(taken.columns as PersonColumn[]), ...(record ? recordColumns : [])];
  for (const column of columns) {
    const was = kept_before[column];
    const untouched = cellOf(kept, column) === cellOf(dropped, column);
    if (untouched && was !== undefined) change[column] = was;
  }
  if (taken.number && sameBytes(kept.id_index, dropped.id_index)) {
    Object.assign(change, { id_cipher: null, id_index: null });
    for (const column of ['id_type', 'id_masked', 'id_tail', 'sex', 'birth_date'] as const)
      change[column] = kept_before[column] ?? null;
  }
  if (taken.phone && sameBytes(kept.phone_index, dropped.phone_index)) {
    Object.assign(change, { phone_cipher: null, phone_index: null, phone_masked: '' });
  }
  return change;
}

const cellOf = (row: RegisterPersonRow, column: PersonColumn): unknown =>
  (row as Partial<Record<PersonColumn, unknown>>)[column];

const sameBytes = (one: Buffer | null, other: Buffer | null): boolean =>
  one !== null && other !== null && one.equals(other);
