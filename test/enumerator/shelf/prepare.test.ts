import { Problem } from '@/domain/problem';
import { type BundlePage, unpack } from '@/enumerator/shelf/carried';
import { mostPeople, prepareVillage, roomForTheDay } from '@/enumerator/shelf/prepare';
import { eraseVillage, readPages, readState } from '@/enumerator/shelf/village-store';
import { bundlePage, memoryShelf, personRow, village } from './village';

const accountId = 'account-1';
type Ask = { since: string | null; cursor: string | null };

/** A cloud with so many people in pages of two; `changes` is what it says to a later fetch. */
function cloud(people: number, changes?: BundlePage) {
  const asked: Ask[] = [];
  let lost = Number.MAX_SAFE_INTEGER;
  const fetchPage = async ({ since, cursor }: Ask): Promise<BundlePage> => {
    asked.push({ since, cursor });
    if (lost-- <= 0) throw new Problem('call.unreachable');
    if (since !== null && changes !== undefined) return changes;
    const from = Number(cursor ?? 0);
    const rows = Array.from({ length: Math.min(2, people - from) }, (_, place) => personRow(from + place));
    return bundlePage(rows, { people, next: from + 2 < people ? String(from + 2) : null });
  };
  return {
    fetchPage,
    asked,
    loseAfter: (count: number) => {
      lost = count;
    },
  };
}

type Shelf = ReturnType<typeof memoryShelf>;
const prepare = (shelf: Shelf, { fetchPage }: { fetchPage: (ask: Ask) => Promise<BundlePage> }, code = village) =>
  prepareVillage({
    shelf,
    accountId,
    villageCode: code,
    generation: `g${Math.random()}`,
    fetchPage,
    progress: () => undefined,
  });
const names = async (shelf: Shelf) =>
  unpack(await readPages(shelf, accountId, village))?.persons.map(({ personId }) => personId);

test('a signal lost half-way is taken up where it was lost, and nothing comes twice', async () => {
  const shelf = memoryShelf();
  const first = cloud(7);
  first.loseAfter(2);
  await expect(prepare(shelf, first)).rejects.toMatchObject({ code: 'call.unreachable' });
  expect(await names(shelf)).toBeUndefined();
  const second = cloud(7);
  const done = await prepare(shelf, second);
  expect(second.asked.map(({ cursor }) => cursor)).toEqual(['4', '6']);
  expect(done).toMatchObject({ requests: 2, whole: true });
  expect(await names(shelf)).toHaveLength(7);
  expect(await readState(shelf, accountId, village)).toMatchObject({ pages: 4, people: 7 });
});

test('later only what changed comes, and takes the place of what was there', async () => {
  const shelf = memoryShelf();
  await prepare(shelf, cloud(5));
  const changes = bundlePage([personRow(3, { 10: 'collected' })], { people: 5, asOf: '2026-12-02T01:00:00.000Z' });
  const later = cloud(5, changes);
  expect(await prepare(shelf, later)).toMatchObject({ requests: 1, whole: false });
  expect(later.asked).toEqual([{ since: '2026-12-01T01:00:00.000Z', cursor: null }]);
  const carried = unpack(await readPages(shelf, accountId, village));
  expect(carried?.persons.filter(({ collectState }) => collectState === 'collected')).toHaveLength(1);
  expect(carried?.asOf).toBe('2026-12-02T01:00:00.000Z');
});

test('when somebody left, the village is fetched whole; until that is complete the earlier list stays', async () => {
  const shelf = memoryShelf();
  await prepare(shelf, cloud(6));
  const fewer = cloud(4, bundlePage([], { people: 4 }));
  fewer.loseAfter(2);
  await expect(prepare(shelf, fewer)).rejects.toMatchObject({ code: 'call.unreachable' });
  expect(await names(shelf)).toHaveLength(6);
  expect(await prepare(shelf, cloud(4, bundlePage([], { people: 4 })))).toMatchObject({ whole: true });
  expect(await names(shelf)).toHaveLength(4);
  expect((await shelf.keys('')).filter((key) => key.includes('/page-'))).toHaveLength(2);
});

test('wherever the phone dies, the list is the earlier one or the new one, never a mixture', async () => {
  for (let writes = 0; writes < 14; writes += 1) {
    const shelf = memoryShelf();
    await prepare(shelf, cloud(6));
    shelf.dieAfter(writes);
    await prepare(shelf, cloud(4, bundlePage([], { people: 4 }))).catch(() => undefined);
    shelf.dieAfter(Number.MAX_SAFE_INTEGER);
    expect([4, 6]).toContain((await names(shelf))?.length);
    await prepare(shelf, cloud(4, bundlePage([], { people: 4 })));
    expect(await names(shelf)).toHaveLength(4);
  }
});

test('a village that does not fit is refused before it is stored, with what to do', async () => {
  const page = JSON.stringify(bundlePage([personRow(0), personRow(1)])).length;
  const shelf = memoryShelf(roomForTheDay + 230 * 1024);
  const large = cloud(Math.ceil((240 * 1024) / page) * 2);
  await expect(prepare(shelf, large)).rejects.toMatchObject({
    code: 'storage.room',
    message: expect.stringContaining('结束不去的村'),
  });
  expect(large.asked).toHaveLength(1);
  expect(shelf.count()).toBe(0);
  const none = memoryShelf(roomForTheDay);
  const unasked = cloud(4);
  await expect(prepare(none, unasked)).rejects.toMatchObject({ code: 'storage.room' });
  expect(unasked.asked).toHaveLength(0);
});

test('a phone carries ten thousand people at most; ending a village makes room for the next', async () => {
  const shelf = memoryShelf();
  const many = { fetchPage: async () => bundlePage([personRow(1)], { people: mostPeople - 10 }) };
  await prepare(shelf, many, village);
  // The page says how many there are; the state keeps how many came.
  const other = '522732114281';
  const full = { fetchPage: async () => bundlePage([personRow(2)], { villageCode: other, people: mostPeople }) };
  await expect(prepare(shelf, full, other)).rejects.toMatchObject({
    code: 'storage.people',
    details: { most: mostPeople },
  });
  expect(await readState(shelf, accountId, other)).toBeUndefined();
  await eraseVillage(shelf, accountId, village);
  await prepare(shelf, full, other);
  expect(await readState(shelf, accountId, other)).toBeDefined();
  expect(await shelf.keys(`village/${accountId}/${village}/`)).toEqual([]);
});
