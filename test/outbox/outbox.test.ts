import {
  backoffSeconds,
  type Carry,
  createIds,
  createOutbox,
  type Delivery,
  type Entry,
  type Shelf,
  SignInNeeded,
  Unreachable,
  whyWaiting,
} from '@/outbox';

const owner = { accountId: 'account-1', post: 'post-1' };

function phone(carry: Carry, shelf = memoryShelf()) {
  let now = 1_000_000;
  const ids = createIds(() => 0.5);
  const clock = { now: () => now, monotonic: () => now - 500, boot: 'start-1' };
  const outbox = createOutbox({ shelf, carry, clock, newId: ids });
  return { outbox, shelf, pass: (ms: number) => (now += ms), now: () => now };
}

function memoryShelf(): Shelf & { size(): number } {
  const kept = new Map<string, string>();
  return {
    get: async (key) => (kept.has(key) ? JSON.parse(kept.get(key) ?? '') : undefined),
    set: async (key, value) => void kept.set(key, JSON.stringify(value)),
    remove: async (key) => void kept.delete(key),
    keys: async (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
    size: () => kept.size,
  };
}

const receiveAll: Carry = async (entries) =>
  entries.map(({ id }): Delivery => ({ id, is: 'received', reply: { receiptNo: id } }));
const noSignal: Carry = async () => Promise.reject(new Unreachable());
const visit = (subject: string) => ({
  operation: 'collect.recordVisit',
  input: { subject },
  subject,
  title: `上门 ${subject}`,
});
const standings = (entries: readonly Entry[]) => entries.map(({ subject, standing }) => `${subject} ${standing.is}`);

test('what was done without signal is still there after the phone restarts, and is sent once there is signal', async () => {
  const before = phone(noSignal);
  await before.outbox.open(owner);
  await before.outbox.add(visit('甲'));
  await before.outbox.flush();
  const after = phone(receiveAll, before.shelf);
  await after.outbox.open(owner);
  after.pass(2000);
  await after.outbox.flush();
  expect(standings(after.outbox.snapshot().entries)).toEqual(['甲 received']);
});

test('entries go oldest first', async () => {
  const sent: string[] = [];
  const { outbox } = phone(async (entries) => {
    sent.push(...entries.map(({ subject }) => subject));
    return receiveAll(entries);
  });
  await outbox.open(owner);
  for (const subject of ['甲', '乙', '丙']) await outbox.add(visit(subject));
  await outbox.flush();
  expect(sent).toEqual(['甲', '乙', '丙']);
});

test('a refused entry keeps its sentence and the others go on', async () => {
  const { outbox, now } = phone(async (entries) =>
    entries.map(({ id, subject }) =>
      subject === '乙'
        ? { id, is: 'refused', problem: { code: 'form.faults', message: '有 1 处需要改正：姓名', details: {} } }
        : { id, is: 'received', reply: null }
    )
  );
  await outbox.open(owner);
  for (const subject of ['甲', '乙', '丙']) await outbox.add(visit(subject));
  await outbox.flush();
  const { entries } = outbox.snapshot();
  expect(standings(entries)).toEqual(['甲 received', '乙 refused', '丙 received']);
  expect(entries[1] && whyWaiting(entries[1], entries, now(), true)).toBe('有 1 处需要改正：姓名');
});

test('what depends on a refused entry waits, and goes when its author has put it right', async () => {
  let strict = true;
  const { outbox, now } = phone(async (entries) =>
    entries.map(({ id }) =>
      strict
        ? { id, is: 'refused', problem: { code: 'call.invalid', message: '改', details: {} } }
        : { id, is: 'received', reply: null }
    )
  );
  await outbox.open(owner);
  const person = await outbox.add(visit('新登记的人'));
  await outbox.add({ ...visit('他的表'), after: [person.id] });
  await outbox.flush();
  const held = outbox.snapshot().entries;
  expect(standings(held)).toEqual(['新登记的人 refused', '他的表 waiting']);
  expect(held[1] && whyWaiting(held[1], held, now(), true)).toBe('要等“上门 新登记的人”改好后才能发送');
  strict = false;
  await outbox.amend(person.id, { subject: '改好' });
  await outbox.flush();
  expect(standings(outbox.snapshot().entries).sort()).toEqual(['他的表 received', '新登记的人 received']);
});

test('an expired sign-in stops everything and loses nothing', async () => {
  const { outbox } = phone(async () => Promise.reject(new SignInNeeded()));
  await outbox.open(owner);
  await outbox.add(visit('甲'));
  await outbox.flush();
  expect(outbox.snapshot().signInNeeded).toBe(true);
  expect(standings(outbox.snapshot().entries)).toEqual(['甲 waiting']);
});

test('another person who signs in on the phone neither sees nor sends what was left', async () => {
  const { outbox } = phone(receiveAll);
  await outbox.open(owner);
  await outbox.add(visit('甲'));
  await outbox.open({ accountId: 'account-2', post: 'post-2' });
  await outbox.flush();
  expect(outbox.snapshot().entries).toEqual([]);
  await outbox.open(owner);
  expect(standings(outbox.snapshot().entries)).toEqual(['甲 waiting']);
});

test('without an answer an entry waits 1, 2, 4 … 300 seconds, and pressing 立即发送 does not wait', async () => {
  expect([1, 2, 3, 4, 9, 10, 30].map(backoffSeconds)).toEqual([1, 2, 4, 8, 256, 300, 300]);
  let calls = 0;
  const { outbox, pass, now } = phone(async () => {
    calls += 1;
    throw new Unreachable();
  });
  await outbox.open(owner);
  await outbox.add(visit('甲'));
  const again = await outbox.flush();
  expect(again).toBe(now() + 1000);
  await outbox.flush();
  expect(calls).toBe(1);
  await outbox.flush(true);
  expect(calls).toBe(2);
  pass(2000);
  await outbox.flush();
  expect(calls).toBe(3);
});

test('a batch never passes 90 KB, and a single large entry still goes alone', async () => {
  const sizes: number[] = [];
  const { outbox } = phone(async (entries) => {
    sizes.push(entries.length);
    return receiveAll(entries);
  });
  await outbox.open(owner);
  const large = { ...visit('大'), input: { remark: '字'.repeat(20_000) } };
  for (let index = 0; index < 3; index += 1) await outbox.add(large);
  await outbox.flush();
  expect(sizes).toEqual([1, 1, 1]);
});

test('a full storage refuses the entry at once and keeps what there was', async () => {
  const shelf = memoryShelf();
  const { outbox } = phone(receiveAll, { ...shelf, set: async () => Promise.reject(new Error('storage full')) });
  await outbox.open(owner);
  await expect(outbox.add(visit('甲'))).rejects.toThrow('storage full');
  expect(outbox.snapshot().entries).toEqual([]);
});

test('ids made on a phone whose clock is set back still sort in the order of making', () => {
  const newId = createIds(Math.random);
  const ids = [newId(5000), newId(5000), newId(100), newId(6000)];
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]{24}$/);
});
