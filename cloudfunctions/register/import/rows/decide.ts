import { maskIdNumber, plainCode } from '@/domain/identity';
import { type Judgement, judge, type KnownPerson } from '@/domain/register/compare';
import type { RegisterPlace } from '@/domain/register/place';
import { newId } from '../../../runtime/ids';
import type { HouseholdRow, MatchRow } from '../../../store/queries/register/import-match';
import { gatherHomes, type Home, placeInHome } from './homes';
import { count, emptyPlan, note, type Plan } from './plan';
import type { PreparedFacts, PreparedRow } from './prepare';

/** What the store knows about the people and households of a page. */
export interface Matches {
  byNumber: readonly { row: MatchRow; under: Buffer }[];
  temporaries: readonly MatchRow[];
  households: readonly HouseholdRow[];
}

interface Settings {
  kind: 'first' | 'edition';
  idColumn: number | undefined;
  now: Date;
}

/** Decides every row of a page, one after the other, each knowing those before it. Writes nothing. */
export function decide(rows: readonly PreparedRow[], matches: Matches, settings: Settings): Plan {
  const plan = emptyPlan(gatherHomes(rows, matches.households, settings.now));
  const known = knownPeople(matches);
  for (const row of rows) {
    count(plan, 'rows_read');
    if (row.facts !== undefined) decideRow(plan, row, row.facts, known, settings);
    else if (row.reading.kind === 'refused') note(plan, row, row.reading.reason, {});
  }
  return plan;
}

interface Known {
  owners: Map<string, KnownPerson>;
  temporaries: Map<string, KnownPerson[]>;
  rows: Map<string, MatchRow>;
  people: Map<string, KnownPerson>;
}

function knownPeople({ byNumber, temporaries }: Matches): Known {
  const known: Known = { owners: new Map(), temporaries: new Map(), rows: new Map(), people: new Map() };
  const person = (row: MatchRow): KnownPerson => {
    const one = known.people.get(row.person_id) ?? personOf(row);
    known.people.set(row.person_id, one);
    known.rows.set(row.person_id, row);
    return one;
  };
  for (const { row, under } of byNumber) known.owners.set(under.toString('latin1'), person(row));
  for (const row of temporaries) addTemporary(known, person(row));
  return known;
}

function addTemporary(known: Known, person: KnownPerson): void {
  known.temporaries.set(person.nameKey, [...(known.temporaries.get(person.nameKey) ?? []), person]);
}

const personOf = (row: MatchRow): KnownPerson => ({
  personId: row.person_id,
  nameKey: row.name_key,
  birthDate: row.birth_date,
  householdKey: row.household_key,
  villageCode: row.village_code,
  temporary: row.id_type === '2',
  inRegister: row.in_register,
  placeDigest: row.register_digest?.toString('hex', 0, 8) ?? '',
  restDigest: row.register_digest?.toString('hex', 8) ?? '',
  line: row.line ?? undefined,
});

function decideRow(plan: Plan, prepared: PreparedRow, facts: PreparedFacts, known: Known, settings: Settings): void {
  const home = facts.householdKey === null ? undefined : plan.homes.get(facts.householdKey);
  const place = placeInHome(facts, home);
  const rowDoubts = prepared.reading.kind === 'row' ? prepared.reading.doubts : [];
  const doubts = place.villageCode === null ? [...rowDoubts, 'unplaced' as const] : rowDoubts;
  const owner = facts.idIndexes
    .map((index) => known.owners.get(index.toString('latin1')))
    .find((one) => one !== undefined);
  const judgement = judge(
    {
      row: facts.row,
      householdKey: facts.householdKey,
      villageCode: place.villageCode,
      placeDigest: facts.placeDigest,
      restDigest: facts.restDigest,
      doubts,
    },
    owner,
    known.temporaries.get(facts.row.nameKey) ?? []
  );
  carryOut(plan, { prepared, facts, home, place, owner, known, settings }, judgement);
}

interface Case {
  prepared: PreparedRow;
  facts: PreparedFacts;
  home: Home | undefined;
  place: RegisterPlace;
  owner: KnownPerson | undefined;
  known: Known;
  settings: Settings;
}

function carryOut(plan: Plan, one: Case, judgement: Judgement): void {
  const { prepared, facts, place, known, settings } = one;
  const { line } = prepared;
  const village = place.villageCode ?? '';
  const idMasked = maskOf(one);
  if (judgement.act === 'none') {
    note(plan, prepared, judgement.reason, { line: judgement.about, idMasked, village });
    return;
  }
  const personId = judgement.act === 'add' ? add(plan, one, judgement) : judgement.personId;
  if (judgement.act === 'update') renew(plan, one, judgement);
  if (judgement.act === 'seen' && judgement.change !== undefined) {
    const from = known.rows.get(personId)?.village_code ?? null;
    plan.changes.push({
      change: judgement.change,
      personId,
      from,
      to: null,
      why: facts.row.status === 'died' ? '新名册写明死亡或注销' : '新名册写明迁出',
    });
    count(plan, judgement.change === 'died' ? 'died' : 'left_count');
  }
  if (judgement.act !== 'add') {
    plan.seen.push([personId, line, judgement.outcome]);
    markSeen(one, personId, judgement.act === 'update' && judgement.joins);
  }
  if (judgement.act === 'add' && settings.kind === 'edition') {
    plan.changes.push({ change: 'came', personId, from: null, to: place.villageCode, why: '' });
    count(plan, 'came');
  }
  if (judgement.reason !== undefined) note(plan, prepared, judgement.reason, { personId, idMasked, village });
  else count(plan, judgement.outcome);
}

function add(plan: Plan, one: Case, judgement: Judgement & { act: 'add' }): string {
  const { prepared, facts, home, place, known, settings } = one;
  const personId = newId('p', settings.now);
  const { temporary } = judgement;
  plan.additions.push({ personId, line: prepared.line, facts, temporary, home, place, relation: facts.row.relation });
  if (facts.row.relation === '0' && home !== undefined) home.headPersonId ??= personId;
  if (place.queue !== null) {
    plan.waiting.push({ personId, ...place.queue });
    count(plan, 'unplaced');
  }
  if (judgement.rival !== undefined) {
    plan.rivals.push({ personA: judgement.rival, personB: personId, place: place.villageCode ?? '' });
  }
  remember(known, facts, place, personId, prepared.line, temporary);
  return personId;
}

/** The rows after this one on the same page know him too. */
function remember(
  known: Known,
  facts: PreparedFacts,
  place: RegisterPlace,
  personId: string,
  line: number,
  temporary: boolean
): void {
  const person: KnownPerson = {
    personId,
    nameKey: facts.row.nameKey,
    birthDate: facts.row.birthDate,
    householdKey: facts.householdKey,
    villageCode: place.villageCode,
    temporary,
    inRegister: true,
    placeDigest: facts.placeDigest,
    restDigest: facts.restDigest,
    line,
  };
  const [index] = facts.idIndexes;
  if (!temporary && index !== undefined) known.owners.set(index.toString('latin1'), person);
  if (temporary) addTemporary(known, person);
}

function renew(plan: Plan, one: Case, judgement: Judgement & { act: 'update' }): void {
  const { prepared, facts, home, place, known } = one;
  const before = known.rows.get(judgement.personId);
  if (before === undefined) throw new Error('a row is about somebody the page did not look up');
  adoptHome(plan, home, before);
  // a place that cannot be told now does not undo one that could
  const placed = judgement.place && place.villageCode !== null ? place : undefined;
  plan.renewals.push({ before, line: prepared.line, facts, joins: judgement.joins, place: placed, home });
  if (facts.row.relation === '0' && home !== undefined) home.headPersonId ??= judgement.personId;
  if (placed !== undefined && before.village_code !== null && placed.villageCode !== before.village_code) {
    plan.changes.push({
      change: 'moved',
      personId: judgement.personId,
      from: before.village_code,
      to: placed.villageCode,
      why: '',
    });
    count(plan, 'moved');
  }
}

/** A household that was there before any register takes the register's key instead of being made a second time. */
function adoptHome(plan: Plan, home: Home | undefined, before: MatchRow): void {
  if (home === undefined || !home.isNew || before.household_id === null || before.household_key !== null) return;
  const taken = [...plan.homes.values()].some(({ householdId }) => householdId === before.household_id);
  if (!taken) Object.assign(home, { householdId: before.household_id, isNew: false });
}

/** From here on a row about him comes second; and a number that he was just given is his. */
function markSeen({ known, facts, prepared }: Case, personId: string, joins: boolean): void {
  const person = known.people.get(personId);
  if (person === undefined) return;
  person.line = prepared.line;
  const [index] = facts.idIndexes;
  if (joins && index !== undefined) {
    person.temporary = false;
    known.owners.set(index.toString('latin1'), person);
  }
}

function maskOf({ facts, prepared, settings }: Case): string {
  const written = settings.idColumn === undefined ? '' : (prepared.cells[settings.idColumn] ?? '');
  const number = facts.row.idNumber === '' ? plainCode(written).slice(0, 18) : facts.row.idNumber;
  return number === '' ? '' : maskIdNumber(number);
}
