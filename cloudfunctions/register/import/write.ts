import type { PersonFacts } from '@/domain/campaign/measures';
import { maskIdNumber, maskPhone } from '@/domain/identity';
import { describeChanges } from '@/domain/register/compare';
import { nameInitials } from '../../people/initials';
import { idPlace, phonePlace } from '../../people/sealed';
import { dayInChina } from '../../runtime/clock';
import { newId } from '../../runtime/ids';
import { editionOf, placeName } from '../../runtime/places';
import type { Services } from '../../runtime/services';
import type { Db } from '../../store/port';
import { openDuplicate } from '../../store/queries/cases';
import { applyDeltas, factsOf } from '../../store/queries/counters';
import { lockFacts } from '../../store/queries/import-match';
import type { ImportRun } from '../../store/queries/import-runs';
import {
  addHouseholds,
  addPeople,
  closePlacements,
  copy,
  moveRecords,
  type PersonRenewal,
  type RegisterHousehold,
  type RegisterPerson,
  renewHouseholds,
  renewPeople,
  sealOnto,
} from '../../store/queries/import-write';
import { hexText, json } from '../../store/values';
import type { Home } from './homes';
import type { Addition, Plan, Renewal } from './plan';
import { keptRow } from './rows';
import { Tally } from './tally';

interface Writing {
  db: Db;
  run: ImportRun;
  services: Services;
  now: Date;
}

/** Writes what a page decided, counters included, through the transaction of the page. */
export async function writePlan(plan: Plan, writing: Writing): Promise<void> {
  const { db, services } = writing;
  const { countyCode } = services.county;
  const tally = new Tally();
  await writeHomes(plan, writing);
  await addPeople(
    db,
    plan.additions.map((addition) => personRow(addition, writing))
  );
  for (const { place } of plan.additions) tally.add({ ...newcomer, villageCode: place.villageCode }, 1);
  await renew(plan, writing, tally);
  await applyDeltas(db, countyCode, tally.deltas(countyCode), dayInChina(writing.now));
  await writeTraces(plan, writing);
}

const newcomer: Omit<PersonFacts, 'villageCode'> = {
  collectState: 'due',
  populationClass: '',
  employmentState: '',
  recordMode: '',
  lastOutcome: '',
  refused: false,
  origin: 'register',
  counted: true,
};

async function writeHomes(plan: Plan, { db, services, now }: Writing): Promise<void> {
  const used = new Set([...plan.additions, ...plan.renewals].flatMap(({ home }) => home ?? []));
  const row = (home: Home): RegisterHousehold => ({
    county_code: services.county.countyCode,
    household_id: home.householdId,
    village_code: home.villageCode,
    group_name: home.group,
    household_no: home.spokesman.row.householdNo.slice(0, 20),
    house_no: home.spokesman.row.houseNo,
    address: home.spokesman.row.address,
    head_person_id: home.headPersonId,
    register_key: home.key,
    created_at: now,
    updated_at: now,
  });
  const fresh = [...used].filter(({ isNew }) => isNew);
  plan.progress.households = fresh.length;
  await addHouseholds(db, fresh.map(row));
  await renewHouseholds(db, [...used].filter(({ isNew }) => !isNew).map(row));
}

function personRow(addition: Addition, { run, services, now }: Writing): RegisterPerson {
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
    register_digest: Buffer.concat([facts.placeDigest, facts.restDigest]),
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

async function renew(plan: Plan, { db, run, services, now }: Writing, tally: Tally): Promise<void> {
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
    register_digest: hexText(Buffer.concat([facts.placeDigest, facts.restDigest])),
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

/** Whom the run saw, which rows are doubtful, who waits for a village, who changed. */
async function writeTraces(plan: Plan, { db, run, services, now }: Writing): Promise<void> {
  const { countyCode } = services.county;
  const seen = plan.seen.map(([person_id, line, outcome]) => ({
    county_code: countyCode,
    run_no: run.run_no,
    person_id,
    line,
    outcome,
  }));
  await copy(db, 'import_seen', ['county_code', 'run_no', 'person_id', 'line', 'outcome'], seen);
  const notes = plan.notes.map((one) => keptRow(one, run, services));
  await copy(
    db,
    'import_row',
    [
      'county_code',
      'run_id',
      'line',
      'outcome',
      'reason',
      'about',
      'name',
      'id_masked',
      'village',
      'person_id',
      'sealed',
    ],
    notes
  );
  const waiting = plan.waiting.map((one) => ({
    county_code: countyCode,
    case_id: newId('pc', now),
    person_id: one.personId,
    town_code: one.townCode,
    candidates: json(one.candidates),
    why: one.why,
    created_at: now,
  }));
  await copy(
    db,
    'placement_case',
    ['county_code', 'case_id', 'person_id', 'town_code', 'candidates', 'why', 'created_at'],
    waiting
  );
  const changes = plan.changes.map(({ change, personId, from, to, why }) => ({
    county_code: countyCode,
    run_id: run.run_id,
    change,
    person_id: personId,
    from_village: from,
    to_village: to,
    why,
  }));
  await copy(
    db,
    'register_change',
    ['county_code', 'run_id', 'change', 'person_id', 'from_village', 'to_village', 'why'],
    changes
  );
  for (const { personA, personB, place } of plan.rivals) {
    const pair = { caseId: newId('dc', now), kind: 'sameNumber', personA, personB, evidence: {}, place, at: now };
    await openDuplicate(db, countyCode, pair);
  }
}
