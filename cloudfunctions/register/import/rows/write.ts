import type { PersonFacts } from '@/domain/campaign/measures';
import { dayInChina } from '../../../runtime/clock';
import { applyDeltas } from '../../../store/queries/counters';
import {
  addHouseholds,
  addPeople,
  type RegisterHousehold,
  renewHouseholds,
} from '../../../store/queries/register/import-write';
import { additionRow } from './additions';
import type { Home } from './homes';
import type { Plan } from './plan';
import { renew } from './renewals';
import { Tally } from './tally';
import { writeTraces } from './traces';
import type { Writing } from './writing';

/** Writes what a page decided, counters included, through the transaction of the page. */
export async function writePlan(plan: Plan, writing: Writing): Promise<void> {
  const { db, services } = writing;
  const { countyCode } = services.county;
  const tally = new Tally();
  await writeHomes(plan, writing);
  await addPeople(
    db,
    plan.additions.map((addition) => additionRow(addition, writing))
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
