import { idPlace, phonePlace } from '../../people/sealed';
import type { Context } from '../../runtime/handle';
import { closeWaiting, moveBindings, recordOf, type Taken } from '../../store/queries/register/merges';
import type { PersonChange, PersonColumn, RegisterPersonRow } from '../../store/queries/register/register-people';

/** Columns in which an empty value of the kept person is filled from the other. */
const fillable = ['birth_date', 'ethnic', 'hukou_nature', 'residence_code', 'population_class'] as const;

/** A village comes with all that says where in it and why. */
const placeColumns = [
  'village_code',
  'village_edition',
  'old_village_code',
  'group_name',
  'placed_by',
  'placed_reason',
  'placed_confidence',
] as const;

/** What comes with the record: how far collecting is. */
export const recordColumns = ['collect_state', 'employment_state', 'record_mode', 'population_class'] as const;

/** What the kept person lacks and the other has; bindings and waiting cases are moved and closed at once. */
export async function whatIsTaken(
  context: Context,
  kept: RegisterPersonRow,
  dropped: RegisterPersonRow
): Promise<{ taken: Taken; change: PersonChange }> {
  const { db, actor, now } = context;
  const columns = [...fillable.filter((column) => !kept[column] && dropped[column]), ...homeColumns(kept, dropped)];
  const change: PersonChange = {};
  for (const column of columns) change[column] = dropped[column as keyof RegisterPersonRow] as string | null;
  const own = await recordOf(db, actor.countyCode, kept.person_id);
  const other = own === undefined ? await recordOf(db, actor.countyCode, dropped.person_id) : undefined;
  if (other !== undefined) for (const column of recordColumns) change[column] = dropped[column];
  const placed = columns.includes('village_code') ? [kept.person_id] : [];
  const taken: Taken = {
    number: kept.id_type === '2' && dropped.id_type !== '2' && dropped.id_cipher !== null,
    phone: kept.phone_masked === '' && dropped.phone_cipher !== null,
    columns,
    record: other === undefined ? null : { recordId: other.record_id, version: other.version },
    accounts: await moveBindings(db, actor.countyCode, dropped.person_id, kept.person_id),
    cases: await closeWaiting(db, actor.countyCode, [dropped.person_id, ...placed], actor.accountId, now),
  };
  if (taken.number) Object.assign(change, numberOf(context, kept.person_id, dropped));
  if (taken.phone) Object.assign(change, phoneOf(context, kept.person_id, dropped));
  return { taken, change };
}

/** Who had no household joins that of the other, in the same village, as what the other was in it. */
function homeColumns(kept: RegisterPersonRow, dropped: RegisterPersonRow): PersonColumn[] {
  const place = kept.village_code === null && dropped.village_code !== null ? placeColumns : [];
  const near = kept.village_code === null || kept.village_code === dropped.village_code;
  if (kept.household_id === null && dropped.household_id !== null)
    return near ? [...place, 'household_id', 'relation'] : [];
  const heads = kept.household_id === dropped.household_id && dropped.relation === '0' && kept.relation !== '0';
  return heads ? [...place, 'relation'] : [...place];
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
