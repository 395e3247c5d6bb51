import { buildFunctions, removeFolder } from '../support/local-process';
import { freshDatabase, onServer } from '../support/postgres';
import { kills } from './kills';

/** A few of the twenty kills of `npm run kills`. */
let built: string;
beforeAll(async () => {
  built = await buildFunctions();
}, 120_000);
afterAll(() => removeFolder(built));

const wanted = () => ({ built, times: 3, phones: 4 });

test('the embedded store is killed three times while four phones sync: nothing is lost, nothing doubled', async () => {
  const { broken, acknowledged, entries } = await kills(null, wanted());
  expect(broken).toEqual([]);
  expect(acknowledged).toBeGreaterThan(0);
  expect(entries).toBeGreaterThanOrEqual(acknowledged);
}, 180_000);

onServer('over a server', () => {
  test('the process is killed three times while four phones sync: nothing is lost, nothing doubled', async () => {
    const database = await freshDatabase();
    const { broken, acknowledged } = await kills(database.url, wanted()).finally(() => database.close());
    expect(broken).toEqual([]);
    expect(acknowledged).toBeGreaterThan(0);
  }, 180_000);
});
