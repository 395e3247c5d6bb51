import { recountStatus } from '@/domain/operations/office/progress';
import { main } from '../../../cloudfunctions/jobs';
import { timers } from '../../../cloudfunctions/jobs/timers';
import { timers as declared } from '../../../config/timers';
import { type County, home, openCounty, personIdOf } from '../../support/county';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const fire = async (name: string) => {
  const environment = JSON.stringify({ TRIGGER_SRC: 'timer' });
  expect(await main({ Type: 'Timer', TriggerName: name }, { environment })).toEqual({ ok: true, value: null });
};
const rows = (sql: string) => county.store.read((db) => db.query<Record<string, unknown>>(sql));

describe('the clock of the platform', () => {
  test('every timer that is declared has its work, and the other way round', () => {
    expect(Object.keys(timers).sort()).toEqual(declared.map(({ name }) => name).sort());
  });

  test('nobody can play the clock: a call that names a timer is an unknown operation', async () => {
    const reply = await main({ operation: 'jobs.recount', input: {}, requestId: 'somebody-plays-clock' }, {});
    expect(reply).toMatchObject({ ok: false, problem: { code: 'call.unknownOperation' } });
    const forged = await main({ Type: 'Timer', TriggerName: 'recount' }, { environment: '{"WX_OPENID":"o-anyone"}' });
    expect(forged).toMatchObject({ ok: false, problem: { code: 'call.malformed' } });
    expect(await rows('SELECT job_id FROM job')).toEqual([]);
  });

  test('the nightly recount agrees with the counters, and fired twice it counts once', async () => {
    await fire('recount');
    await fire('recount');
    await fire('workOn');
    await fire('recount');
    await fire('workOn');
    const status = await county.as('countyOfficer').call(recountStatus, { divisionCode: '522732' });
    expect(status.items).toHaveLength(1);
    expect(status.items[0]).toMatchObject({ different: 0, details: [] });
    expect(status.items[0]?.checked).toBeGreaterThan(0);
  });

  test('a counter that has drifted is found and told, not repaired', async () => {
    await county.store.transaction(async (db) => {
      await db.run(`UPDATE village_counter SET value = value + 2 WHERE village_code = $1 AND measure = 'due'`, [home]);
      await db.run(`UPDATE person SET collect_state = 'collected' WHERE person_id = $1`, [personIdOf('yangHua')]);
    });
    await fire('recount');
    await fire('workOn');
    const seen = await county.as('villageSecretary').call(recountStatus, { divisionCode: home });
    expect(seen.items[0]?.details).toEqual([
      { villageCode: home, villageName: '中和镇中海村', figure: 'due', counter: 9, recount: 7 },
    ]);
    const whole = await county.as('countyOfficer').call(recountStatus, { divisionCode: '522732' });
    expect(whole.items[0]?.different).toBe(3);
    const [counter] = await rows(
      `SELECT value FROM village_counter WHERE village_code = '${home}' AND measure = 'due'`
    );
    expect(counter).toEqual({ value: 9 });
  });

  test('leases end with their day and with the post of who holds them, once', async () => {
    await county.store.transaction(async (db) => {
      await db.run(`UPDATE assignment SET leased_until = $1 WHERE village_code = $2`, [county.clock.now(), home]);
      await db.run(`UPDATE post SET ends_on = '2018-01-31' WHERE post_id = 't_otherEnumerator'`);
    });
    await fire('endLeases');
    await fire('endLeases');
    expect(await rows('SELECT assignment_id, state, version FROM assignment ORDER BY 1')).toEqual([
      { assignment_id: 's_enumerator_522732114288', state: 'held', version: 1 },
      { assignment_id: `s_enumerator_${home}`, state: 'expired', version: 2 },
      { assignment_id: 's_otherEnumerator_522732113281', state: 'takenBack', version: 2 },
    ]);
  });

  test('the audit is sealed as it grows, and the head of yesterday is kept', async () => {
    await county.as('countyOfficer').call(recountStatus, { divisionCode: '522732' });
    await county.as('townOfficer').refused(recountStatus, { divisionCode: '522732' });
    await county.store.transaction((db) =>
      db.run(
        `INSERT INTO attempt (county_code, kind, who, window_start, times) VALUES ('522732', 'x', '', '2018-01-01', 1)`
      )
    );
    await fire('sealAudit');
    await fire('closeDay');
    await fire('closeDay');
    expect(await rows('SELECT day FROM audit_head')).toEqual([{ day: '2018-01-31' }]);
    expect(await rows('SELECT times FROM attempt')).toEqual([]);
  });

  test('a register that was read is not kept as a file; one still being read is', async () => {
    const { files } = county.world;
    for (const name of ['read', 'open', 'long-ago']) files.set(`file_${name}`, Buffer.from('户号'));
    const run = (no: number, name: string, outcome: string, finished: string | null) =>
      county.store.transaction((db) =>
        db.run(
          `INSERT INTO import_run (county_code, run_id, run_no, job_id, file_id, file_name, kind, edition_date, covers,
             mapping, outcome, started_by, started_post, started_role, started_name, started_at, finished_at)
           VALUES ('522732', $1::text, $2::integer, 'j', $3::text, 'a.csv', 'first', '2018-01-01', '522732', '{}',
             $4::text, 'a', 'p', 'county', '', '2018-01-31T00:00:00Z', $5::timestamptz)`,
          [`run_${name}`, no, `file_${name}`, outcome, finished]
        )
      );
    await run(1, 'read', 'done', '2018-01-31T12:00:00Z');
    await run(2, 'long-ago', 'done', '2017-12-01T12:00:00Z');
    await run(3, 'open', 'open', null);
    await fire('closeDay');
    expect([...files.keys()].sort()).toEqual(['file_long-ago', 'file_open']);
  });
});
