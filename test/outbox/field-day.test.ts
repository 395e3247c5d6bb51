import {
  bytesOf,
  type Carry,
  createIds,
  createOutbox,
  type Delivery,
  type Entry,
  type Shelf,
  type Tabs,
} from '@/outbox';

const owner = { accountId: 'account-1', post: 'post-1' };

interface Options {
  carry: Carry;
  shelf?: Shelf;
  tabs?: Tabs;
  random?: number;
}

function phone({ carry, shelf = memoryShelf(), tabs, random = 0.5 }: Options) {
  let now = 1_000_000_000;
  const clock = { now: () => now, monotonic: () => now - 500, boot: 'start-1' };
  const newId = createIds(() => random);
  const outbox = createOutbox({ shelf, carry, clock, newId, ...(tabs ? { tabs } : {}) });
  return { outbox, shelf, pass: (ms: number) => (now += ms), now: () => now };
}

function memoryShelf(): Shelf {
  const kept = new Map<string, string>();
  return {
    get: async (key) => (kept.has(key) ? JSON.parse(kept.get(key) ?? '') : undefined),
    set: async (key, value) => void kept.set(key, JSON.stringify(value)),
    remove: async (key) => void kept.delete(key),
    keys: async (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
  };
}

const visit = (subject: string) => ({ operation: 'collect.recordVisit', input: { subject }, subject, title: subject });
const form = (subject: string) => ({
  operation: 'collect.submitRecord',
  input: { answers: { remark: '字'.repeat(1500) } },
  subject,
  title: `填报 ${subject}`,
});
const received = ({ id }: Entry): Delivery => ({ id, is: 'received', reply: null });
const refused = ({ id }: Entry): Delivery => ({
  id,
  is: 'refused',
  problem: { code: 'internal', message: '改', details: {} },
});
const standings = (entries: readonly Entry[]) => entries.map(({ subject, standing }) => `${subject} ${standing.is}`);
const refuseAll: Carry = async (entries) => entries.map(refused);
const receiveAll: Carry = async (entries) => entries.map(received);

test('what the cloud holds is asked for again, ever more seldom, and its answer ends it', async () => {
  let arrived = false;
  const asked: number[] = [];
  const { outbox, pass, now } = phone({
    carry: async (entries) => {
      asked.push(now());
      return entries.map(({ id }) =>
        arrived ? { id, is: 'received', reply: null } : { id, is: 'held', why: '等另一台手机' }
      );
    },
  });
  await outbox.open(owner);
  await outbox.add(visit('甲'));
  for (let round = 0; round < 4; round += 1) {
    const again = await outbox.flush();
    expect(standings(outbox.snapshot().entries)).toEqual(['甲 held']);
    pass((again ?? 0) - now());
  }
  expect(asked.map((at, place) => (at - (asked[place - 1] ?? at)) / 1000)).toEqual([0, 30, 60, 120]);
  arrived = true;
  await outbox.flush();
  expect(standings(outbox.snapshot().entries)).toEqual(['甲 received']);
});

test('a wall clock that is set back does not put off what waits', async () => {
  let reachable = false;
  const { outbox, pass } = phone({ carry: async (entries) => (reachable ? entries.map(received) : []) });
  await outbox.open(owner);
  await outbox.add(visit('甲'));
  await outbox.flush();
  pass(-400 * 86_400_000);
  reachable = true;
  await outbox.flush();
  expect(standings(outbox.snapshot().entries)).toEqual(['甲 received']);
});

test("a day's forty forms and forty visits go in few batches, each under the limit of a call", async () => {
  const batches: Entry[][] = [];
  const { outbox } = phone({
    carry: async (entries) => {
      batches.push([...entries]);
      return receiveAll(entries);
    },
  });
  await outbox.open(owner);
  for (let person = 0; person < 40; person += 1) {
    await outbox.add(visit(`人${person}`));
    await outbox.add(form(`人${person}`));
  }
  await outbox.flush();
  expect(batches.length).toBeLessThanOrEqual(10);
  for (const batch of batches) {
    expect(batch.length).toBeLessThanOrEqual(20);
    expect(batch.reduce((sum, entry) => sum + bytesOf(entry), 0)).toBeLessThan(90_000);
  }
  expect(batches.flat()).toHaveLength(80);
});

test('what was typed about people does not stay on the phone once the cloud has it', async () => {
  const { outbox } = phone({ carry: receiveAll });
  await outbox.open(owner);
  await outbox.add({ ...form('甲'), shows: { outcome: '01' } });
  await outbox.flush();
  const [entry] = outbox.snapshot().entries;
  expect(entry?.input).toBeNull();
  expect(entry?.shows).toEqual({ outcome: '01' });
});

test('who withdraws the person he added withdraws what builds on him, and nothing else', async () => {
  const { outbox } = phone({ carry: refuseAll });
  await outbox.open(owner);
  const person = await outbox.add(visit('新人'));
  const knock = await outbox.add({ ...visit('他的走访'), after: [person.id] });
  await outbox.add({ ...form('他的表'), after: [knock.id] });
  await outbox.add(visit('别人'));
  await outbox.withdraw(person.id);
  expect(standings(outbox.snapshot().entries)).toEqual(['别人 waiting']);
});

test('a phone that dies while an entry is put right finds it once, and what waited for it waits for the new one', async () => {
  const shelf = memoryShelf();
  const before = phone({ carry: refuseAll, shelf });
  await before.outbox.open(owner);
  const person = await before.outbox.add(visit('新人'));
  await before.outbox.add({ ...form('他的表'), after: [person.id] });
  await before.outbox.flush();
  const dies = () => Promise.reject(new Error('the phone died'));
  const dying = phone({ carry: refuseAll, shelf: { ...shelf, remove: dies }, random: 0.7 });
  await dying.outbox.open(owner);
  await expect(dying.outbox.amend(person.id, { subject: '改好' })).rejects.toThrow('died');

  const after = phone({ carry: receiveAll, shelf });
  await after.outbox.open(owner);
  await after.outbox.flush();
  expect(standings(after.outbox.snapshot().entries).sort()).toEqual(['他的表 received', '新人 received']);
});

test('an entry withdrawn while it was on its way comes back only if the cloud has it', async () => {
  for (const answer of ['received', 'nothing'] as const) {
    const { outbox } = phone({
      carry: async (entries) => {
        for (const { id } of entries) await outbox.withdraw(id);
        return answer === 'received' ? entries.map(received) : [];
      },
    });
    await outbox.open(owner);
    await outbox.add(visit('甲'));
    await outbox.flush();
    expect(standings(outbox.snapshot().entries)).toEqual(answer === 'received' ? ['甲 received'] : []);
  }
});

test('two tabs see the same list, and what one has sent the other does not send again', async () => {
  const shelf = memoryShelf();
  const tabs = twoTabs();
  const sent: string[] = [];
  const carry: Carry = async (entries) => {
    sent.push(...entries.map(({ subject }) => subject));
    return entries.map(received);
  };
  const one = phone({ carry, shelf, tabs: tabs[0], random: 0.1 });
  const other = phone({ carry, shelf, tabs: tabs[1], random: 0.9 });
  await one.outbox.open(owner);
  await other.outbox.open(owner);
  await one.outbox.add(visit('甲'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(standings(other.outbox.snapshot().entries)).toEqual(['甲 waiting']);
  await one.outbox.flush();
  await other.outbox.flush();
  expect(sent).toEqual(['甲']);
  expect(standings(other.outbox.snapshot().entries)).toEqual(['甲 received']);
});

function twoTabs(): [Tabs, Tabs] {
  const hearing: (() => void)[] = [];
  const tab = (place: number): Tabs => ({
    hear: (changed) => {
      hearing[place] = changed;
    },
    tell: () => hearing[1 - place]?.(),
  });
  return [tab(0), tab(1)];
}
