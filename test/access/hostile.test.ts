import { allRoles, type Role, reachOf } from '@/domain/access';
import { allOperations } from '@/domain/operations';
import type { Reply } from '@/domain/operations/envelope';
import type { Operation } from '@/domain/operations/operation';
import { type County, openCounty, type SeatName } from '../support/county';
import { seatsOfRole } from './sample';
import { samples } from './samples';

/** What nobody means and somebody sends. */
const hostile: readonly unknown[] = [
  '',
  '\u0000',
  'a\ud800',
  '__proto__',
  'constructor',
  '%',
  '_',
  "'; DROP TABLE person; --",
  '𠮷·𠮷',
  '9999-99-99',
  '+275760-09-13T00:00:00.000Z',
  '2018-02-30T25:61:61Z',
  '韦'.repeat(20_000),
  -1,
  1.5,
  2 ** 53,
  1e308,
  null,
  true,
  [],
  {},
  JSON.parse('{"__proto__": {"role": "county"}}'),
  ['x', 'x'],
];

const key = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Cursors that this list never gave: of another list, cut, made up. */
const forged: readonly string[] = [
  ...[1, 2, 3, 6].map((parts) => key(...Array.from({ length: parts }, () => "x' OR true --"))),
  ...[1, 2, 3, 6].map((parts) => key(...Array.from({ length: parts }, () => '2018-02-30T25:61:61Z'))),
  ...[1, 2, 3, 6].map((parts) => key(...Array.from({ length: parts }, () => '\u0000'))),
  ...[1, 2, 3, 6].map((parts) => key(...Array.from({ length: parts }, () => '𠮷%_'))),
  key(1, { a: 1 }),
  'W10',
  '%%%',
  '\u{10ffff}',
  'x'.repeat(400),
];

const envelopes: readonly unknown[] = [null, [], 'x', 7, {}, JSON.parse('{"__proto__": {"a": 1}}')];

function seatFor({ verb }: Operation): SeatName {
  if (verb === 'anyone' || verb === 'signedIn') return 'resident';
  const order: readonly Role[] = ['town', 'county', ...allRoles];
  return seatsOfRole[order.find((one) => reachOf(one, verb) !== undefined) ?? 'county'].inside;
}

type Path = readonly (string | number)[];

function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, part]) =>
    leaves(part, [...path, Array.isArray(value) ? Number(name) : name])
  );
}

function put(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as object) };
  const held = copy as Record<string | number, unknown>;
  held[first] = put(held[first], rest, by);
  return copy;
}

/** Parts of an input that a sample may leave out. */
const optional = ({ input }: Operation): string[] => {
  const shape = (input._zod.def as { shape?: object }).shape;
  return shape === undefined ? [] : Object.keys(shape);
};

function* attacks(operation: Operation, base: unknown): Generator<unknown> {
  yield* envelopes;
  if (typeof base !== 'object' || base === null) return;
  yield { ...base, isAdmin: true };
  const paths = [...leaves(base), ...optional(operation).map((name) => [name])];
  for (const path of paths) for (const value of hostile) yield put(base, path, value);
  if (optional(operation).includes('cursor')) for (const cursor of forged) yield { ...base, cursor };
}

async function surprise(county: County, operation: Operation, input: unknown): Promise<string | undefined> {
  const reply: Reply = await county.as(seatFor(operation)).reply(operation, input);
  if (reply.ok) return undefined;
  const { code, message } = reply.problem;
  const plain = /[\u4e00-\u9fff]/.test(message) && !/\[object|undefined|NaN|zod|DROP|expected/i.test(message);
  return code === 'internal' || !plain ? `${code} ${message} ${JSON.stringify(input).slice(0, 300)}` : undefined;
}

test.each(allOperations.map((operation): [string, Operation] => [operation.name, operation]))(
  '%s answers nonsense with a sentence',
  async (name, operation) => {
    const county = await openCounty();
    const sample = samples[name];
    if (sample === undefined) throw new Error(`no sample for ${name}`);
    const base = await sample.input(county);
    const surprises: string[] = [];
    for (const input of attacks(operation, base)) {
      const found = await surprise(county, operation, input);
      if (found !== undefined) surprises.push(found);
    }
    expect(surprises).toEqual([]);
  }
);

test('an input without bottom is said to be unreadable', async () => {
  const county = await openCounty();
  const { main } = await import('../../cloudfunctions/register');
  const bottomless: unknown = JSON.parse(`${'['.repeat(30_000)}${']'.repeat(30_000)}`);
  const call = { operation: 'register.search', input: { text: bottomless }, requestId: 'a-call-without-bottom' };
  expect(await main(call, {})).toMatchObject({ ok: false, problem: { code: 'call.malformed' } });
  expect(county.world.log.map(({ outcome }) => outcome)).toEqual(['call.malformed']);
});
