import { mayClose } from '@/domain/campaign/closing';
import { appointmentsOf } from '@/enumerator/shelf/appointments';
import { type CarriedVillage, unpack } from '@/enumerator/shelf/carried';
import { contactsOf } from '@/enumerator/shelf/contacts';
import { withOutbox } from '@/enumerator/shelf/in-field';
import { filtered, householdsOf } from '@/enumerator/shelf/order';
import type { Entry, Standing } from '@/outbox';
import { bundlePage, personRow, village } from './village';

const waiting: Standing = { is: 'waiting', tries: 0, notBefore: 0 };
let made = 0;
const entry = (part: Partial<Entry>): Entry => ({
  id: `entry-${String(++made).padStart(16, '0')}`,
  accountId: 'a',
  post: 'p',
  operation: 'collect.recordVisit',
  input: {},
  subject: 'p_00001',
  title: '',
  after: [],
  doneAt: 0,
  monotonic: 0,
  boot: 'b',
  standing: waiting,
  ...part,
});
const carried = (rows = [personRow(0), personRow(1), personRow(2)]): CarriedVillage => {
  const unpacked = unpack([bundlePage(rows)]);
  if (unpacked === undefined) throw new Error('no village');
  return unpacked;
};
const personIn = (list: CarriedVillage, id = 'p_00001') => list.persons.find(({ personId }) => personId === id);
const knock = (at: string, outcome = '11', more: Record<string, string> = {}) =>
  entry({ shows: { outcome, at, ...more } });

test('two knocks on one day are one day; the next day is a second one', () => {
  const list = withOutbox(carried(), [
    knock('2026-12-01T01:00:00.000Z'),
    knock('2026-12-01T09:00:00.000Z'),
    knock('2026-12-02T01:00:00.000Z'),
  ]);
  expect(personIn(list)).toMatchObject({ attempts: 3, attemptDays: 2, lastOutcome: '11' });
});

test('an appointment stands under its day in the county until the form is filled in', () => {
  const promised = knock('2026-12-01T01:00:00.000Z', '18', { appointmentAt: '2026-12-03T17:00:00.000Z' });
  expect(appointmentsOf(withOutbox(carried(), [promised])).map(({ day }) => day)).toEqual(['2026-12-04']);
  const form = entry({ operation: 'collect.submitRecord' });
  expect(appointmentsOf(withOutbox(carried(), [promised, form]))).toEqual([]);
});

test('somebody found at the door is on the list at once with his house, and a second of that house joins him', () => {
  const shows = { village, householdId: 'new-house-1', madeHere: '1', groupName: '四组', houseNo: '7', relation: '0' };
  const added = entry({ operation: 'register.addPerson', subject: 'new-1', shows: { ...shows, name: '潘示例' } });
  const wife = entry({
    operation: 'register.addPerson',
    subject: 'new-2',
    shows: { ...shows, relation: '1', name: '陆示例' },
  });
  const list = withOutbox(carried(), [added, wife]);
  const house = householdsOf(list).find(({ household }) => household?.householdId === 'new-house-1');
  expect(house?.members.map(({ name }) => name)).toEqual(['潘示例', '陆示例']);
  expect(house?.household).toMatchObject({ groupName: '四组', houseNo: '7', madeHere: true });
});

test('whom the cloud knew elsewhere leaves the list, and whom it took stays', () => {
  const reply = (outcome: string) => ({
    outcome,
    personId: outcome === 'elsewhere' ? null : 'new-1',
    householdId: null,
    village: null,
    doubtful: false,
  });
  const arrived = (outcome: string) =>
    entry({
      operation: 'register.addPerson',
      subject: 'new-1',
      shows: { village, householdId: 'h_1', name: '潘示例' },
      standing: { is: 'received', reply: reply(outcome), at: Date.parse('2026-12-01T02:00:00.000Z') },
    });
  expect(personIn(withOutbox(carried(), [arrived('added')]), 'new-1')).toBeDefined();
  expect(personIn(withOutbox(carried(), [arrived('elsewhere')]), 'new-1')).toBeUndefined();
});

test('the list is searched by name, initials, house number and the last four of the number', () => {
  const houses = householdsOf(carried([personRow(1, { 3: '韦小明', 4: 'wxm' }), personRow(22)]));
  const found = (words: string) => filtered(houses, { words, group: '', openOnly: false }).length;
  expect(['小明', 'wx', 'WXM', '12', '12号', '0022'].map(found)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(['王', 'zz', '13', '9999'].map(found)).toEqual([0, 0, 0, 0]);
});

test('closing as not found needs three different days, this one counted once', () => {
  const now = new Date('2026-12-03T02:00:00.000Z');
  const tried = (days: number, last: string) => ({ ...carried().persons[1], attemptDays: days, lastContactAt: last });
  const may = (days: number, last: string) =>
    mayClose({
      populationClass: '13',
      reason: '长期在外',
      now,
      contacts: contactsOf(tried(days, last) as ReturnType<typeof carried>['persons'][number], '11', now),
    }).may;
  expect(may(1, '2026-12-01T02:00:00.000Z')).toBe(false);
  expect(may(2, '2026-12-03T01:00:00.000Z')).toBe(false);
  expect(may(2, '2026-12-02T01:00:00.000Z')).toBe(true);
});
