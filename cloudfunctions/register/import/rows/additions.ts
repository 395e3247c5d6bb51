import { maskIdNumber, maskPhone } from '@/domain/identity';
import { nameInitials } from '../../../people/initials';
import { idPlace, phonePlace } from '../../../people/sealed';
import { editionOf } from '../../../runtime/places';
import type { RegisterPerson } from '../../../store/queries/register/import-write';
import type { Addition } from './plan';
import { digestText } from './prepare';

import type { Writing } from './writing';

/** The row of somebody whom the register brings, sealed. */
export function additionRow(addition: Addition, { run, services, now }: Writing): RegisterPerson {
  const { facts, place, personId, temporary } = addition;
  const { row } = facts;
  const { countyCode } = services.county;
  // an old number is kept for whoever checks it, but nobody is found or told apart by it
  const number = temporary ? row.upgraded : row.idNumber;
  return {
    county_code: countyCode,
    person_id: personId,
    household_id: addition.home?.householdId ?? null,
    relation: addition.relation,
    name: row.name,
    name_key: row.nameKey,
    name_initials: initialsOf(row.name),
    sex: row.sex,
    birth_date: row.birthDate,
    ethnic: row.ethnic,
    id_type: temporary ? '2' : row.idType,
    id_cipher: number === '' ? null : services.secrecy.seal(number, idPlace(countyCode, personId)),
    id_index: temporary ? null : (facts.idIndexes[0] ?? null),
    id_masked: number === '' ? '' : maskIdNumber(number),
    id_tail: temporary ? '' : row.idNumber.slice(-4),
    phone_cipher: row.phone === '' ? null : services.secrecy.seal(row.phone, phonePlace(countyCode, personId)),
    phone_index: facts.phoneIndex,
    phone_masked: row.phone === '' ? '' : maskPhone(row.phone),
    hukou_nature: row.hukouNature,
    village_code: place.villageCode,
    village_edition: editionOf(services.county),
    old_village_code: place.oldVillageCode,
    group_name: place.group,
    placed_by: place.by,
    placed_reason: place.reason,
    placed_confidence: place.confidence,
    residence_code: facts.residence,
    register_digest: digestText(facts),
    register_run: run.run_no,
    register_line: addition.line,
    created_at: now,
    updated_at: now,
  };
}

/** Names repeat, and reading one costs as much as sealing a number. */
const initials = new Map<string, string>();

function initialsOf(name: string): string {
  const known = initials.get(name);
  if (known !== undefined) return known;
  const made = nameInitials(name);
  if (initials.size >= 100_000) initials.clear();
  initials.set(name, made);
  return made;
}
