import { mergePersons as operation } from '@/domain/operations/register-identity';
import { Problem } from '@/domain/problem';
import { idPlace, phonePlace } from '../../people/sealed';
import { type Context, handle } from '../../runtime/handle';
import { newId } from '../../runtime/ids';
import { mergeCases } from '../../store/queries/register/duplicates';
import {
  closeWaiting,
  dropHead,
  giveRecord,
  insertMerge,
  moveBindings,
  recordOf,
  type Taken,
} from '../../store/queries/register/merges';
import {
  changePerson,
  lockPeople,
  type PersonChange,
  type RegisterPersonRow,
} from '../../store/queries/register/register-people';
import { recountPeople } from './counting';
import { tell } from './event';
import { concernOfPeople } from './scope';

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
    await closeWaiting(db, countyCode, dropped.person_id, actor.accountId, now);
    await dropHead(
      db,
      countyCode,
      dropped.person_id,
      kept.household_id === dropped.household_id ? kept.person_id : null,
      now
    );
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

/** Columns in which an empty value of the kept person is filled from the other. */
export const fillable = [
  'birth_date',
  'ethnic',
  'hukou_nature',
  'residence_code',
  'household_id',
  'village_code',
  'population_class',
] as const;

/** What comes with the record: how far collecting is. */
export const recordColumns = ['collect_state', 'employment_state', 'record_mode', 'population_class'] as const;

async function whatIsTaken(
  context: Context,
  kept: RegisterPersonRow,
  dropped: RegisterPersonRow
): Promise<{ taken: Taken; change: PersonChange }> {
  const { db, actor } = context;
  const change: PersonChange = {};
  const columns = fillable.filter((column) => !kept[column] && dropped[column]);
  for (const column of columns) change[column] = dropped[column];
  const own = await recordOf(db, actor.countyCode, kept.person_id);
  const other = own === undefined ? await recordOf(db, actor.countyCode, dropped.person_id) : undefined;
  if (other !== undefined) for (const column of recordColumns) change[column] = dropped[column];
  const taken: Taken = {
    number: kept.id_type === '2' && dropped.id_type !== '2' && dropped.id_cipher !== null,
    phone: kept.phone_masked === '' && dropped.phone_cipher !== null,
    columns: [...columns],
    record: other === undefined ? null : { recordId: other.record_id, version: other.version },
    accounts: await moveBindings(db, actor.countyCode, dropped.person_id, kept.person_id),
  };
  if (taken.number) Object.assign(change, numberOf(context, kept.person_id, dropped));
  if (taken.phone) Object.assign(change, phoneOf(context, kept.person_id, dropped));
  return { taken, change };
}

/** A number is sealed to the row it stands in, so it is opened there and sealed anew here. */
function numberOf({ services, actor }: Context, personId: string, from: RegisterPersonRow): PersonChange {
  if (from.id_cipher === null) return {};
  const number = services.secrecy.open(from.id_cipher, idPlace(actor.countyCode, from.person_id));
  return {
    id_type: from.id_type,
    id_cipher: services.secrecy.seal(number, idPlace(actor.countyCode, personId)),
    id_index: from.id_index,
    id_masked: from.id_masked,
    id_tail: from.id_tail,
    sex: from.sex,
    birth_date: from.birth_date,
  };
}

function phoneOf({ services, actor }: Context, personId: string, from: RegisterPersonRow): PersonChange {
  if (from.phone_cipher === null) return {};
  const phone = services.secrecy.open(from.phone_cipher, phonePlace(actor.countyCode, from.person_id));
  return {
    phone_cipher: services.secrecy.seal(phone, phonePlace(actor.countyCode, personId)),
    phone_index: from.phone_index,
    phone_masked: from.phone_masked,
  };
}

/** A row as it stood, without what is sealed: enough to tell what the merge changed. */
const plain = ({
  id_cipher: _cipher,
  id_index: _index,
  phone_cipher: _phone,
  phone_index: _phoneIndex,
  ...row
}: RegisterPersonRow): Record<string, string | boolean | null> => ({ ...row, version: String(row.version) });
