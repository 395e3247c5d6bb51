import { liveBoard } from '@/domain/operations/office/board';
import { accountIdOf, type County, expectProblem, home, openCounty, postIdOf } from '../../support/county';
import { atTheDoor, send, working } from '../../support/county/forms';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const town = home.slice(0, 9);
const atDoor = { answers: { ...working, ...atTheDoor }, mode: 'visit' as const };
const board = () => county.as('supervisor').call(liveBoard, { divisionCode: town });
const synced = (phone: string, at: string, waiting: number) =>
  county.store.read((db) =>
    db.run(
      `INSERT INTO phone_sync (county_code, account_id, post_id, phone_id, last_sync_at, waiting)
       VALUES ('522732', $1, $2, $3, $4, $5)`,
      [accountIdOf('enumerator'), postIdOf('enumerator'), phone, at, waiting]
    )
  );

test('who holds what, how far, how many forms today and this week, and what waits on his phones', async () => {
  await send(county, 'enumerator', 'weiXiaoming', atDoor);
  county.clock.forward(86_400_000);
  await send(county, 'enumerator', 'panMeihua', atDoor);
  await synced('phone-one-of-two', '2018-02-01T01:00:00Z', 3);
  await synced('phone-two-of-two', '2018-02-01T09:00:00Z', 4);
  const { rows, held, comparisons } = await board();
  expect([held, comparisons]).toEqual([0, 0]);
  expect(rows).toMatchObject([
    {
      enumerator: '采集员甲',
      lastSync: '2018-02-01T09:00:00.000Z',
      waiting: 7,
      today: 1,
      week: 2,
      villages: [{ people: 0 }, { villageName: '中和镇中海村', people: 7, done: 2 }],
    },
  ]);
});

test('a day begins at midnight in China and a week has seven of them', async () => {
  county.clock.set('2018-02-01T15:59:59Z');
  await send(county, 'enumerator', 'weiXiaoming', atDoor);
  county.clock.set('2018-02-01T16:00:00Z');
  expect((await board()).rows).toMatchObject([{ today: 0, week: 1, lastSync: null, waiting: 0 }]);
  county.clock.set('2018-02-07T15:59:59Z');
  expect((await board()).rows).toMatchObject([{ week: 1 }]);
  county.clock.set('2018-02-07T16:00:00Z');
  expect((await board()).rows).toMatchObject([{ week: 0 }]);
});

test('nothing tells where somebody is or when he did what', async () => {
  await synced('phone-one-of-two', '2018-02-01T01:00:00Z', 3);
  const keys = new Set<string>();
  JSON.stringify(await board(), (key, value: unknown) => {
    if (key !== '' && !/^\d+$/.test(key)) keys.add(key);
    return value;
  });
  expect([...keys].sort()).toEqual(
    [
      'asOf',
      'company',
      'comparisons',
      'done',
      'enumerator',
      'held',
      'lastSync',
      'leasedUntil',
      'part',
      'people',
    ].concat(['postId', 'rows', 'today', 'villageCode', 'villageName', 'villages', 'waiting', 'week'])
  );
});

test('the next town’s supervisor sees his own people, an enumerator no board at all', async () => {
  await expectProblem(county.as('otherSupervisor').refused(liveBoard, { divisionCode: town }), 'access.scope');
  await expectProblem(county.as('enumerator').refused(liveBoard, { divisionCode: home }), 'access.verb');
});
