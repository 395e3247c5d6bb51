import { measuresOf } from '@/domain/campaign/measures';
import { blocking, check } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { dailyLeads, secondsAtForm } from '@/domain/quality/daily';
import { openLate } from '../../../cloudfunctions/collect/late/keep';
import { openVersion } from '../../../cloudfunctions/collect/subject';
import { fillOnce } from '../../../cloudfunctions/local/fill/fill';
import { dayInChina } from '../../../cloudfunctions/runtime/clock';
import { villageFacts, villagesCounted } from '../../../cloudfunctions/store/queries/office/recount';
import { recordsOfDay } from '../../../cloudfunctions/store/queries/quality/day-records';
import { testClock, testServices } from '../../support/county/services';
import { freshStore } from '../../support/store';

const county = '522732';
const now = '2026-03-02T02:00:00Z';

async function filled() {
  const store = await freshStore();
  const { services } = testServices(store, testClock(now));
  const said: string[] = [];
  await fillOnce(services, { people: 900, seed: 3 }, (line) => said.push(line));
  return { store, services, said };
}

test('a county that is opened for the first time is at work: some are collected, reviewed, accepted, some missed', async () => {
  const { store } = await filled();
  const states = await store.read((db) =>
    db.query<{ collect_state: string; people: number }>(
      'SELECT collect_state, count(*)::int AS people FROM person GROUP BY collect_state'
    )
  );
  const count = (state: string): number => states.find((row) => row.collect_state === state)?.people ?? 0;
  expect(count('due')).toBeGreaterThan(400);
  for (const state of ['collected', 'confirmed', 'accepted', 'returned']) expect(count(state)).toBeGreaterThan(0);
  const [returned] = await store.read((db) =>
    db.query<{ people: number }>(
      `SELECT count(*)::int AS people FROM record r JOIN record_return n USING (county_code, record_id, version)
       WHERE r.state = 'returned' AND n.comments->0->>'text' <> ''`
    )
  );
  expect(returned?.people).toBe(count('returned'));
  const [visits] = await store.read((db) => db.query<{ missed: number }>('SELECT count(*)::int AS missed FROM visit'));
  expect(visits?.missed).toBeGreaterThan(0);
});

test('counters equal a recount, and the days add up to them', async () => {
  const { store } = await filled();
  await store.read(async (db) => {
    for (const village of await villagesCounted(db, county, '', 200)) {
      const { counters, facts } = await villageFacts(db, county, village);
      const recount: Record<string, number> = {};
      for (const { people, ...person } of facts) {
        for (const measure of measuresOf(person)) recount[measure] = (recount[measure] ?? 0) + people;
      }
      expect({ village, counters }).toEqual({ village, counters: recount });
    }
    const rows = await db.query<{ measure: string; by_day: number; value: number }>(
      `SELECT d.measure, d.value::int AS by_day, c.value::int AS value FROM
         (SELECT measure, sum(value) AS value FROM village_day_counter GROUP BY measure) d
         JOIN (SELECT measure, sum(value) AS value FROM village_counter GROUP BY measure) c USING (measure)
       WHERE d.measure <> 'due'`
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { measure, by_day, value } of rows) expect([measure, by_day]).toEqual([measure, value]);
    const [days] = await db.query<{ last: string }>('SELECT max(day)::text AS last FROM village_day_counter');
    expect(days && days.last < dayInChina(new Date(now))).toBe(true);
  });
});

test('every record opens with its key and is one that could have been sent', async () => {
  const { store, services } = await filled();
  const versions = await store.read((db) =>
    db.query<{
      record_id: string;
      version: number;
      answers: Record<string, unknown>;
      sealed: Buffer;
      mode: string;
      day: string;
    }>(
      "SELECT record_id, version, answers, sealed, mode, (collected_at + interval '8 hours')::date::text AS day FROM record_version LIMIT 60"
    )
  );
  expect(versions.length).toBeGreaterThan(50);
  for (const row of versions) {
    const { answers, paper } = openVersion(services.secrecy, county, row);
    const mode = row.mode === 'visit' || row.mode === 'phone' ? row.mode : 'self';
    expect(blocking(check(personalForm, answers, { today: row.day, mode }), {})).toEqual([]);
    expect(paper).toContain(answers.name);
    expect(JSON.stringify(row.answers)).not.toContain(answers.idNo ?? 'no number');
  }
});

test('personas and their families are still to be asked', async () => {
  const { store } = await filled();
  const rows = await store.read((db) =>
    db.query<{ name: string; collect_state: string }>(
      `SELECT p.name, p.collect_state FROM person p JOIN account_person a USING (county_code, person_id)
         JOIN account USING (county_code, account_id) WHERE persona IS NOT NULL`
    )
  );
  expect(rows.length).toBe(10);
  for (const row of rows) expect(row).toMatchObject({ collect_state: 'due' });
});

test('the same county again has the same answers beside records, held entries, returns and leads', async () => {
  const shown = async () => {
    const { store } = await filled();
    return store.read(async (db) => ({
      comparisons: await db.query('SELECT comparison_id, kind, fields, receipt_no FROM comparison ORDER BY 1'),
      held: await db.query('SELECT entry_id, subject_id, held_at FROM held_entry ORDER BY 1'),
      returned: await db.query('SELECT record_id, to_account FROM record_return ORDER BY 1'),
    }));
  };
  const first = await shown();
  expect(await shown()).toEqual(first);
  expect(first.held).toHaveLength(1);
  expect(first.returned).toContainEqual(expect.objectContaining({ to_account: 'account-enumerator-1' }));
});

test('answers stand beside those of another person, open with their key and are ones that could have been sent', async () => {
  const { store, services } = await filled();
  const rows = await store.read((db) =>
    db.query<{
      comparison_id: string;
      kind: string;
      fields: string[];
      sealed: Buffer;
      author_role: string;
      author_account: string;
      live_account: string;
      mode: string;
      day: string;
    }>(
      `SELECT k.comparison_id, k.kind, k.fields, k.sealed, k.author_role, k.author_account, k.mode,
         v.author_account AS live_account, (v.collected_at + interval '8 hours')::date::text AS day
       FROM comparison k JOIN record r USING (county_code, record_id)
         JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id AND v.version = k.live_version
       WHERE r.version = k.live_version AND r.subject_id = k.subject_id AND k.state = 'open'`
    )
  );
  expect(rows.map(({ kind, author_role }) => `${kind} ${author_role}`).sort()).toEqual([
    'conflict enumerator',
    'conflict resident',
    'conflict resident',
    'lease enumerator',
  ]);
  for (const { comparison_id: comparisonId, kind, fields, sealed, mode, day, ...row } of rows) {
    expect(row.author_account).not.toBe(row.live_account);
    expect(fields.length > 0).toBe(kind === 'conflict');
    const { answers } = openLate(services.secrecy, county, { comparisonId, sealed });
    const how = mode === 'visit' ? 'visit' : 'self';
    expect(blocking(check(personalForm, answers, { today: day, mode: how }), {})).toEqual([]);
  }
});

test('the checks of the day before find somebody in a hurry, somebody out at night and a phone of two', async () => {
  const { store } = await filled();
  const [from, until] = [new Date('2026-02-28T16:00:00Z'), new Date('2026-03-01T16:00:00Z')];
  const rows = await store.read((db) => recordsOfDay(db, county, { from, until, unlike: [] }));
  const records = rows.map(({ paradata, collectedAt, ...record }) => ({
    ...record,
    collectedAt: new Date(collectedAt),
    seconds: secondsAtForm(paradata),
  }));
  expect(dailyLeads(records).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['tooFast', 'nightHours', 'oneDevice'])
  );
});
