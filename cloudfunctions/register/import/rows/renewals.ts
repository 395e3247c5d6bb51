import { maskIdNumber, maskPhone } from '@/domain/identity';
import { describeChanges } from '@/domain/register/compare';
import { idPlace, phonePlace } from '../../../people/sealed';
import { newId } from '../../../runtime/ids';
import { editionOf, placeName } from '../../../runtime/places';
import type { Services } from '../../../runtime/services';
import { factsOf } from '../../../store/queries/counters';
import { lockFacts } from '../../../store/queries/register/import-match';
import type { ImportRun } from '../../../store/queries/register/import-runs';
import {
  closePlacements,
  copy,
  moveRecords,
  type PersonRenewal,
  renewPeople,
  sealOnto,
} from '../../../store/queries/register/import-write';
import type { Plan, Renewal } from './plan';
import { digestText } from './prepare';
import type { Tally } from './tally';

import type { Writing } from './writing';

/** Writes what the register says anew of people it knew, with what changed in their history. */
export async function renew(plan: Plan, { db, run, services, now }: Writing, tally: Tally): Promise<void> {
  if (plan.renewals.length === 0) return;
  const { countyCode } = services.county;
  const ids = plan.renewals.map(({ before }) => before.person_id);
  const facts = new Map((await lockFacts(db, countyCode, ids)).map((row) => [row.person_id, factsOf(row)]));
  await renewPeople(db, countyCode, plan.renewals.map(renewalRow), {
    edition: editionOf(services.county),
    runNo: run.run_no,
    at: now,
  });
  for (const renewal of plan.renewals) {
    const before = facts.get(renewal.before.person_id);
    if (before === undefined) continue;
    const after = {
      ...before,
      origin: 'register' as const,
      counted: true,
      villageCode: renewal.place?.villageCode ?? before.villageCode,
    };
    tally.add(before, -1);
    tally.add(after, 1);
    await sealRenewed(renewal, { db, services });
  }
  const moved = plan.renewals.filter(({ place }) => place !== undefined).map(({ before }) => before.person_id);
  await moveRecords(db, countyCode, moved);
  await closePlacements(db, countyCode, moved, run.started_by, now);
  await copy(
    db,
    'person_event',
    eventColumns,
    plan.renewals.flatMap((renewal) => eventOf(renewal, run, services, now))
  );
}

function renewalRow({ before, line, facts, place, home }: Renewal): PersonRenewal {
  const { row } = facts;
  return {
    person_id: before.person_id,
    name: row.name,
    sex: row.sex,
    birth_date: row.birthDate,
    ethnic: row.ethnic,
    hukou_nature: row.hukouNature,
    relation: row.relation,
    household_id: home?.householdId ?? null,
    group_name: place?.group ?? '',
    residence_code: facts.residence,
    register_digest: digestText(facts),
    register_line: line,
    village_code: place?.villageCode ?? null,
    old_village_code: place?.oldVillageCode ?? '',
    placed_by: place?.by ?? '',
    placed_reason: place?.reason ?? '',
    placed_confidence: place?.confidence ?? '',
  };
}

/** A phone the person gave himself is newer than the register's. */
async function sealRenewed(
  { before, facts, joins }: Renewal,
  { db, services }: Pick<Writing, 'db' | 'services'>
): Promise<void> {
  const { countyCode } = services.county;
  const { row, idIndexes, phoneIndex } = facts;
  const number = joins
    ? {
        id_type: row.idType,
        id_cipher: services.secrecy.seal(row.idNumber, idPlace(countyCode, before.person_id)),
        id_index: idIndexes[0] ?? null,
        id_masked: maskIdNumber(row.idNumber),
        id_tail: row.idNumber.slice(-4),
      }
    : {};
  const phone =
    row.phone !== '' && before.phone_masked === ''
      ? {
          phone_cipher: services.secrecy.seal(row.phone, phonePlace(countyCode, before.person_id)),
          phone_index: phoneIndex,
          phone_masked: maskPhone(row.phone),
        }
      : {};
  if (joins || 'phone_cipher' in phone) await sealOnto(db, countyCode, before.person_id, { ...number, ...phone });
}

const eventColumns = [
  'county_code',
  'event_id',
  'person_id',
  'at',
  'act',
  'by_name',
  'by_post',
  'reason',
  'changes',
] as const;

function eventOf({ before, facts, place, joins, home }: Renewal, run: ImportRun, { county }: Services, now: Date) {
  const { row } = facts;
  const changes = describeChanges(
    {
      name: before.name,
      village: before.village_code,
      group: before.group_name,
      relation: before.relation,
      ethnic: before.ethnic,
      hukouNature: before.hukou_nature,
      household: before.household_id,
    },
    {
      name: row.name,
      village: place?.villageCode ?? before.village_code,
      group: place === undefined ? before.group_name : place.group,
      relation: row.relation,
      ethnic: row.ethnic === '' ? before.ethnic : row.ethnic,
      hukouNature: row.hukouNature === '' ? before.hukou_nature : row.hukouNature,
      household: home?.householdId ?? before.household_id,
    },
    (code) => placeName(county, code)
  );
  const all = joins ? ['补上了公民身份号码', ...changes] : changes;
  if (all.length === 0) return [];
  return [
    {
      county_code: county.countyCode,
      event_id: newId('ev', now),
      person_id: before.person_id,
      at: now,
      act: 'register.import',
      by_name: run.started_name,
      by_post: run.started_post,
      reason: `名册“${run.file_name}”`,
      changes: all,
    },
  ];
}
