import { unmergePersons as operation } from '@/domain/operations/people/register-identity';
import { Problem } from '@/domain/problem';
import { type Context, handle } from '../../runtime/handle';
import { reopenCases } from '../../store/queries/register/duplicates';
import {
  findMerge,
  giveRecord,
  lockMerge,
  type MergeRow,
  returnBindings,
  undoMerge,
  waitAgain,
} from '../../store/queries/register/merges';
import { changePerson, lockPeople, type RegisterPersonRow } from '../../store/queries/register/register-people';
import { settleHead } from '../moves/homes';
import { recountPeople } from './counting';
import { tell } from './event';
import { givenBack } from './giving-back';
import { concernOfPeople } from './scope';

/**
 * Takes a merge back: both stand as they did. What happened to the kept one since then stays with him, and is said;
 * so is what the other one cannot return to.
 */
export const unmergePersons = handle(operation, {
  concerns: async ({ mergeId }, context) => {
    const merge = await findMerge(context.db, context.actor.countyCode, mergeId);
    if (merge === undefined) throw new Problem('found.nothing', { what: '这次合并' });
    return concernOfPeople(context, [merge.kept_id, merge.dropped_id]);
  },
  async act({ mergeId, reason }, context) {
    const { db, actor, now } = context;
    const { countyCode } = actor;
    const { merge, kept, dropped } = await standing(mergeId, context);
    const back = await givenBack(context, merge, kept, dropped);
    await changePerson(db, countyCode, kept.person_id, back.kept, now);
    await changePerson(db, countyCode, dropped.person_id, { ...back.dropped, merged_into: null }, now);
    if (back.recordId !== null) await giveRecord(db, countyCode, back.recordId, dropped.person_id);
    await returnBindings(db, countyCode, merge.taken.accounts, kept.person_id, dropped.person_id);
    await waitAgain(db, countyCode, merge.taken.cases ?? []);
    if (back.headOf !== null) await settleHead(context, back.headOf);
    await recountPeople(context, [kept, dropped]);
    await undoMerge(db, countyCode, mergeId, actor.accountId, reason, now);
    await reopenCases(db, countyCode, [kept.person_id, dropped.person_id]);
    await tell(context, kept.person_id, 'register.unmerge', reason, ['与之合并的登记已分开', ...back.told]);
    await tell(context, dropped.person_id, 'register.unmerge', reason, ['恢复为单独的登记', ...back.told]);
    context.note({ subject: kept.person_id, reason, details: { mergeId, restored: dropped.person_id } });
    return { keptId: kept.person_id, restoredId: dropped.person_id, told: back.told };
  },
});

/** Both rows under lock. Errors: state.changed, state.wrong. */
async function standing(
  mergeId: string,
  { db, actor }: Context
): Promise<{ merge: MergeRow; kept: RegisterPersonRow; dropped: RegisterPersonRow }> {
  const merge = await lockMerge(db, actor.countyCode, mergeId);
  if (merge === undefined || merge.undone_at !== null) throw new Problem('state.changed', { what: '这次合并' });
  const rows = await lockPeople(db, actor.countyCode, [merge.kept_id, merge.dropped_id]);
  const kept = rows.find(({ person_id }) => person_id === merge.kept_id);
  const dropped = rows.find(({ person_id }) => person_id === merge.dropped_id);
  if (kept === undefined || dropped?.merged_into !== merge.kept_id)
    throw new Problem('state.changed', { what: '这次合并' });
  if (kept.merged_into !== null)
    throw new Problem('state.wrong', { what: '保留的一方', state: '又并入了别人，请先撤销那一次合并' });
  return { merge, kept, dropped };
}
