import { mergePersons as operation } from '@/domain/operations/people/register-identity';
import { Problem } from '@/domain/problem';
import { type Context, handle } from '../../runtime/handle';
import { newId } from '../../runtime/ids';
import { mergeCases } from '../../store/queries/register/duplicates';
import { giveRecord, insertMerge } from '../../store/queries/register/merges';
import { changePerson, lockPeople, type RegisterPersonRow } from '../../store/queries/register/register-people';
import { settleHead } from '../moves/homes';
import { recountPeople } from './counting';
import { tell } from './event';
import { concernOfPeople, householdOf } from './scope';
import { whatIsTaken } from './taking';

/** Two rows are one person: the kept one takes what he lacks, the other steps back with all he had. */
export const mergePersons = handle(operation, {
  concerns: ({ keep, drop }, context) => concernOfPeople(context, [keep.personId, drop.personId]),
  async act({ keep, drop, caseId, reason }, context) {
    const { db, actor, now } = context;
    const { countyCode } = actor;
    if (keep.personId === drop.personId) throw new Problem('register.samePerson');
    const [kept, dropped] = await lockPair(context, keep, drop);
    const { taken, change } = await whatIsTaken(context, kept, dropped);
    await changePerson(db, countyCode, dropped.person_id, { merged_into: kept.person_id }, now);
    await changePerson(db, countyCode, kept.person_id, change, now);
    if (taken.record !== null) await giveRecord(db, countyCode, taken.record.recordId, kept.person_id);
    const home = dropped.household_id === null ? undefined : await householdOf(context, dropped.household_id);
    if (home?.head_person_id === dropped.person_id) await settleHead(context, home.household_id);
    await recountPeople(context, [kept, dropped]);
    const mergeId = newId('mg', now);
    await insertMerge(db, countyCode, {
      merge_id: mergeId,
      kept_id: kept.person_id,
      dropped_id: dropped.person_id,
      kept_before: plain(kept),
      dropped_before: plain(dropped),
      taken,
      case_id: caseId ?? null,
      place: kept.village_code ?? countyCode,
      reason,
      merged_by: actor.accountId,
      merged_name: actor.name,
      at: now,
    });
    const decision = { state: 'merged' as const, by: actor.accountId, reason, at: now };
    await mergeCases(db, countyCode, [kept.person_id, dropped.person_id], decision);
    await tell(context, kept.person_id, 'register.merge', reason, ['与一条重复的登记合并，保留本条']);
    await tell(context, dropped.person_id, 'register.merge', reason, ['与另一条登记合并，保留另一条']);
    context.note({ subject: kept.person_id, reason, details: { mergeId, dropped: dropped.person_id } });
    return { mergeId, keptVersion: kept.version + 1 };
  },
});

interface Seen {
  personId: string;
  version: number;
}

/** Errors: state.changed for whoever comes second to the same pair. */
async function lockPair(
  { db, actor }: Context,
  keep: Seen,
  drop: Seen
): Promise<[RegisterPersonRow, RegisterPersonRow]> {
  const rows = await lockPeople(db, actor.countyCode, [keep.personId, drop.personId]);
  const asSeen = ({ personId, version }: Seen): RegisterPersonRow => {
    const row = rows.find(({ person_id }) => person_id === personId);
    if (row === undefined) throw new Problem('found.nothing', { what: '这个人' });
    if (row.version !== version || row.merged_into !== null)
      throw new Problem('state.changed', { what: '这两个人的登记' });
    return row;
  };
  return [asSeen(keep), asSeen(drop)];
}

/** A row as it stood, without what is sealed: enough to tell what the merge changed. */
const plain = ({
  id_cipher: _cipher,
  id_index: _index,
  phone_cipher: _phone,
  phone_index: _phoneIndex,
  ...row
}: RegisterPersonRow): Record<string, string | boolean | null> => ({ ...row, version: String(row.version) });
