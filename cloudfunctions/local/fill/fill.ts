import { dayInChina } from '../../runtime/clock';
import { editionOf } from '../../runtime/places';
import type { Services } from '../../runtime/services';
import type { Db } from '../../store/port';
import type { Wanted } from '../arguments';
import { generateCounty, type SeedCounty } from '../seed';
import { campaignFrom } from './campaign';
import { Counted } from './counted';
import { type LivedPerson, notYetMet, untouched } from './lived';
import { pastWriter } from './past';
import { accountRows, householdRow, personRow, phoneRows, postRows, type Told, tables } from './rows';

/** What the county was filled with; kept in the store, so that a later start knows. */
type Filled = Wanted;

const settingName = 'seed';

/**
 * Fills an empty county with invented people, once. All of it is one transaction: a start that is killed in the middle
 * leaves nothing, and the next one begins anew. A county that holds anybody already is never touched.
 */
export async function fillOnce(services: Services, wanted: Wanted, say: (line: string) => void): Promise<void> {
  const { store, county, clock } = services;
  const filled = await store.read((db) => readFilled(db, county.countyCode));
  if (filled !== undefined) {
    const other = filled.people !== wanted.people || filled.seed !== wanted.seed;
    if (other)
      say(
        `数据文件夹里已有 ${filled.people} 人的演示县，这次的 --people 和 --seed 不起作用；要换请先换一个 DATA_DIR。`
      );
    return;
  }
  if (await store.read((db) => holdsAnybody(db, county.countyCode))) return;
  const now = clock.now();
  const made = generateCounty({ ...wanted, today: dayInChina(now), edition: editionOf(county) });
  say(`第一次启动：正在生成 ${wanted.people} 人的演示县（全部是虚构的人）……`);
  await store.transaction(async (db) => {
    const told = { countyCode: county.countyCode, secrecy: services.secrecy, now };
    await writePeople(db, made, told, say);
    await writeStaff(db, made, told);
    await writeFilled(db, told, wanted);
  });
  say('演示县已生成。');
}

/** Households and people village by village, with the accounts of those who use WeChat, and the counters of all. */
async function writePeople(db: Db, made: SeedCounty, told: Told, say: (line: string) => void): Promise<void> {
  const counted = new Counted(told.countyCode);
  const writePast = pastWriter(made, told);
  const step = Math.max(20_000, Math.ceil(made.wish.people / 10));
  let [people, next] = [0, step];
  for (const households of made.batches(2_000)) {
    await db.copyIn(
      'household',
      tables.household,
      households.map((household) => householdRow(household, told))
    );
    const pasts = households.map((household) => ({ household, past: writePast(household) }));
    const persons = pasts.flatMap(({ household, past }) =>
      household.members.map((person) => {
        const lived = past.people.get(person.personId) ?? notYetMet(household.villageCode);
        count(lived, household.villageCode, counted);
        return personRow(person, household, made.wish.edition, lived, told);
      })
    );
    await db.copyIn('person', tables.person, persons);
    for (const table of ['record', 'record_version', 'visit', 'record_return', 'comparison', 'held_entry'] as const) {
      await db.copyIn(
        table,
        tables[table],
        pasts.flatMap(({ past }) => past[table])
      );
    }
    const users = households.flatMap((household) =>
      household.user ? [accountRows.ofUser(household, household.user, told)] : []
    );
    await db.copyIn(
      'account',
      tables.account,
      users.map(({ account }) => account)
    );
    await db.copyIn(
      'account_person',
      tables.account_person,
      users.map(({ person }) => person)
    );
    await db.copyIn(
      'subscription',
      tables.subscription,
      users.flatMap(({ subscriptions }) => subscriptions)
    );
    people += persons.length;
    if (people >= next && people < made.wish.people) say(`  已生成 ${people} / ${made.wish.people} 人`);
    while (next <= people) next += step;
  }
  await db.copyIn('village_counter', tables.village_counter, counted.rows());
  await db.copyIn('village_day_counter', tables.village_day_counter, counted.dayRows());
}

function count({ facts, steps }: LivedPerson, villageCode: string, counted: Counted): void {
  counted.add(facts);
  let before = untouched(villageCode);
  for (const step of steps) {
    counted.move(before, step.facts, step.day);
    before = step.facts;
  }
}

async function writeStaff(db: Db, made: SeedCounty, told: Told): Promise<void> {
  const staff = made.accounts.map((account) => accountRows.ofPersona(account, told));
  await db.copyIn(
    'account',
    tables.account,
    staff.map(({ account }) => account)
  );
  await db.copyIn(
    'account_person',
    tables.account_person,
    staff.flatMap(({ persons }) => persons)
  );
  await db.copyIn(
    'subscription',
    tables.subscription,
    staff.flatMap(({ subscriptions }) => subscriptions)
  );
  const posts = made.accounts.map((account) => postRows(account, told));
  await db.copyIn(
    'post',
    tables.post,
    posts.flatMap(({ held }) => held)
  );
  await db.copyIn(
    'post_scope',
    tables.post_scope,
    posts.flatMap(({ scopes }) => scopes)
  );
  const campaign = campaignFrom(told);
  await db.copyIn('assignment', tables.assignment, campaign.assignmentRows(made));
  await db.copyIn('assignment', tables.endedAssignment, campaign.endedRows(made));
  await db.copyIn('phase', tables.phase, campaign.phaseRows);
  await db.copyIn('phone_sync', tables.phone_sync, phoneRows(made, told));
}

async function readFilled(db: Db, county: string): Promise<Filled | undefined> {
  const row = await db.one<{ value: Filled }>(
    'SELECT value FROM setting WHERE county_code = $1::text AND name = $2::text',
    [county, settingName]
  );
  return row?.value;
}

async function holdsAnybody(db: Db, county: string): Promise<boolean> {
  const row = await db.one<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM person WHERE county_code = $1::text)
       OR EXISTS (SELECT 1 FROM account WHERE county_code = $1::text) AS found`,
    [county]
  );
  return row?.found === true;
}

const writeFilled = (db: Db, { countyCode, now }: Told, wanted: Wanted): Promise<number> =>
  db.run(
    'INSERT INTO setting (county_code, name, value, updated_at) VALUES ($1::text, $2::text, $3::jsonb, $4::timestamptz)',
    [countyCode, settingName, { ...wanted }, now]
  );
