import type { SyncEntry } from '@/domain/operations/collecting/sync';
import { makeRescueFile, partBinding, readRescueFile } from '@/domain/rescue';
import { keySet } from '../../../cloudfunctions/secrecy/keys';
import { rescueKeys } from '../../../cloudfunctions/secrecy/rescue';
import { rescueSeal } from '../../support/rescue-seal';

const county = (fill: number) =>
  rescueKeys(
    keySet(
      [
        { id: 's1', purpose: 'seal', secret: Buffer.alloc(32, fill) },
        { id: 'i1', purpose: 'index', secret: Buffer.alloc(32, 9) },
      ],
      { seal: 's1', index: 'i1' }
    )
  );

const entry = (id: number, note = '示例'): SyncEntry => ({
  id: `entry-${String(id).padStart(12, '0')}`,
  operation: 'collect.recordVisit',
  input: { note },
  after: [],
  doneAt: '2018-02-01T02:00:00.000Z',
  monotonic: id,
  boot: 'first',
});

const owner = {
  accountId: 'a_enumerator',
  post: 't_enumerator',
  phoneId: 'phone-000000000000',
  sentAt: '2018-02-01T09:00:00.000Z',
  monotonic: 5000,
  boot: 'first',
};

const make = (entries: SyncEntry[], keys = county(1)) =>
  makeRescueFile('file-0000000000000', owner, entries, {
    key: keys.current(),
    seal: rescueSeal,
    bytesOf: (text) => Buffer.byteLength(text),
  });

function open(text: string, keys = county(1)) {
  const file = readRescueFile(text);
  if (file === undefined) throw new Error('unreadable');
  const key = keys.openKey(file.header.keyId, file.header.key);
  return file.parts.map(({ part, nonce, body }) =>
    key === undefined ? undefined : keys.openPart(body, { key, nonce, binding: partBinding(file.header, part) })
  );
}

test('what lay in the outbox is in the file, in its order, for the county to open', () => {
  const entries = [entry(1), entry(2), entry(3)];
  const [opened] = open(make(entries));
  expect(JSON.parse(opened ?? '')).toEqual({ ...owner, entries });
});

test('whoever finds the file learns neither whose it is nor what is in it', () => {
  const text = make([entry(1, '梁示例')]);
  for (const told of ['梁示例', 'a_enumerator', 't_enumerator', 'recordVisit']) expect(text).not.toContain(told);
  expect(open(text, county(2))).toEqual([undefined]);
});

test('a long day is cut into parts that one call each can carry', () => {
  const entries = Array.from({ length: 90 }, (_, place) => entry(place, '字'.repeat(place % 7 === 0 ? 4000 : 10)));
  const text = make(entries);
  const sizes = text.split('\n').map((line) => Buffer.byteLength(line));
  expect(Math.max(...sizes)).toBeLessThan(95_000);
  const opened = open(text).map((part) => JSON.parse(part ?? '').entries as SyncEntry[]);
  expect(opened.flat()).toEqual(entries);
  expect(opened.every((part) => part.length <= 20)).toBe(true);
});

test('a file that was cut off, reordered or changed is not taken', () => {
  const text = make(Array.from({ length: 45 }, (_, place) => entry(place)));
  const [header = '', one = '', two = '', three = ''] = text.trim().split('\n');
  expect(readRescueFile([header, one, two].join('\n'))).toBeUndefined();
  expect(readRescueFile([header, two, one, three].join('\n'))).toBeUndefined();
  expect(readRescueFile('不是文件')).toBeUndefined();
  const swapped = JSON.stringify({ ...JSON.parse(two), part: 1 });
  expect(open([header, swapped, swapped.replace('"part":1', '"part":2'), three].join('\n'))[0]).toBeUndefined();
});
