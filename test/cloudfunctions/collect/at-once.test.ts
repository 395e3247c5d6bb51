import { type Receipt, submitRecord } from '@/domain/operations/collecting/collect';
import { recordVisit } from '@/domain/operations/collecting/visit';
import { migrate } from '../../../cloudfunctions/store/migrate';
import type { Store } from '../../../cloudfunctions/store/port';
import { type County, countyOver, newRequestId, type PersonName, people, personIdOf } from '../../support/county';
import { countersOf } from '../../support/county/counters';
import { atTheDoor, submission, working } from '../../support/county/forms';
import { freshDatabase, onServer } from '../../support/postgres';
import { freshStore } from '../../support/store';

const adults: PersonName[] = ['weiDashan', 'luYuelan', 'weiXiaoming', 'panMeihua', 'shiYun'];
const door = { ...working, ...atTheDoor };

/** Many send at the same moment; what holds on the embedded store must hold where they truly run side by side. */
const together = (open: () => Promise<Store>) => () => {
  let store: Store;
  let county: County;
  beforeEach(async () => {
    store = await open();
    county = await countyOver(store);
  });
  afterEach(async () => store.close());

  const send = (who: PersonName) =>
    county.as('enumerator').reply(submitRecord, submission(county, who, { answers: door, mode: 'visit' }));

  test('a household and its neighbours: everyone once, every counter as a recount has it', async () => {
    const replies = await Promise.all(adults.map(send));
    expect(replies.map((reply) => (reply.ok ? 'received' : reply.problem))).toEqual(adults.map(() => 'received'));
    const { kept, recounted } = await countersOf(county.store);
    expect(kept).toEqual(recounted);
    expect(Object.keys(people).length).toBe(9);
  });

  test('the same person eight times: one becomes the record, the others are told that it stands', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => send('weiXiaoming')));
    const outcomes = replies.map((reply) => (reply.ok ? (reply.value as Receipt).outcome : reply.problem.code));
    expect(outcomes.sort()).toEqual(['accepted', ...Array.from({ length: 7 }, () => 'same')]);
    const { kept, recounted } = await countersOf(county.store);
    expect(kept).toEqual(recounted);
  });

  test('one submission eight times: eight times the same receipt', async () => {
    const input = submission(county, 'weiXiaoming', { answers: door, mode: 'visit' });
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => county.as('enumerator').call(submitRecord, input))
    );
    expect(new Set(replies.map(({ receiptNo }) => receiptNo)).size).toBe(1);
    const [stored] = await county.store.read((db) => db.query('SELECT count(*) AS times FROM record_version'));
    expect(stored).toEqual({ times: 1 });
  });

  test('one call eight times under one requestId: one act, one audit row', async () => {
    const input = submission(county, 'weiXiaoming', { answers: door, mode: 'visit' });
    const options = { requestId: newRequestId() };
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => county.as('enumerator').call(submitRecord, input, options))
    );
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    const audited = await county.store.read((db) =>
      db.query(`SELECT 1 AS row FROM audit_entry WHERE act = 'collect.submitRecord'`)
    );
    expect(audited).toHaveLength(1);
  });

  test('visits and forms of one person in between: nothing is counted twice', async () => {
    const knock = () =>
      county.as('enumerator').reply(recordVisit, {
        visitId: newRequestId(),
        personId: personIdOf('shiYun'),
        channel: 'visit',
        outcome: '11',
        at: county.clock.now().toISOString(),
      });
    const replies = await Promise.all([knock(), send('shiYun'), knock(), send('panMeihua'), knock()]);
    expect(replies.map((reply) => (reply.ok ? 'received' : reply.problem.code))).toEqual(replies.map(() => 'received'));
    const { kept, recounted } = await countersOf(county.store);
    expect(kept).toEqual(recounted);
  });
};

describe('on the embedded store', together(freshStore));

onServer(
  'on a PostgreSQL server',
  together(async () => {
    const store = await freshDatabase({ poolSize: 8 });
    await migrate(store);
    return store;
  })
);
