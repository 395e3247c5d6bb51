import { allRoles, isStaff, type Role, reachOf, roles } from '@/domain/access';
import { allOperations } from '@/domain/operations';
import type { Reply } from '@/domain/operations/envelope';
import type { Operation } from '@/domain/operations/operation';
import { type County, openCounty, type SeatName } from '../support/county';
import { type Sample, seatsOfRole } from './sample';
import { samples } from './samples';

/** What the one role table says of a call: allowed, or refused with exactly this code. */
type Verdict = 'allowed' | 'access.verb' | 'access.scope' | 'person.notYours';

function verdict(role: Role, { verb }: Operation, { concerns }: Sample, inside: boolean): Verdict {
  if (verb === 'anyone' || verb === 'signedIn') return 'allowed';
  const reach = reachOf(role, verb);
  if (reach === undefined) return 'access.verb';
  if (concerns === 'own') return 'allowed';
  if (reach === 'self') {
    if (role !== 'resident') return 'access.scope';
    return inside && concerns === 'person' ? 'allowed' : 'person.notYours';
  }
  return inside ? 'allowed' : 'access.scope';
}

const codeOf = (reply: Reply): string => (reply.ok ? 'allowed' : reply.problem.code);
const isRefusal = (code: string): boolean => code.startsWith('access.') || code === 'person.notYours';

const cases = allRoles.flatMap((role) => [
  { role, inside: true, seat: seatsOfRole[role].inside },
  { role, inside: false, seat: seatsOfRole[role].outside },
]);
const operations = allOperations.map((operation): [string, Operation] => [operation.name, operation]);
const title = ({ role, inside }: { role: Role; inside: boolean }) => `${roles[role]} ${inside ? '范围内' : '范围外'}`;

test('every operation has a sample, and no sample is left over', () => {
  expect(Object.keys(samples).sort()).toEqual(operations.map(([name]) => name).sort());
});

describe.each(operations.filter(([name]) => samples[name] !== undefined))('%s', (name, operation) => {
  const sample = samples[name] as Sample;

  /** A call that goes through changes the county, so each has one of its own. */
  const callAs = async (seat: SeatName, county: County): Promise<string> =>
    codeOf(await county.as(seat).reply(operation, await sample.input(county)));

  test('is refused exactly to those whom the role table refuses', async () => {
    const county = await openCounty();
    const said: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const one of cases) {
      const wanted = verdict(one.role, operation, sample, one.inside);
      if (wanted === 'allowed') continue;
      expected[title(one)] = wanted;
      said[title(one)] = await callAs(one.seat, county);
    }
    expect(said).toEqual(expected);
  });

  test('is open to those whom the role table allows', async () => {
    const refused: Record<string, string> = {};
    for (const one of cases) {
      if (verdict(one.role, operation, sample, one.inside) !== 'allowed') continue;
      const code = await callAs(one.seat, await openCounty());
      if (isRefusal(code) && !isNoRefusal(operation, one.role, code)) refused[title(one)] = code;
      if (code === 'internal' || code === 'call.invalid' || code === 'call.malformed') refused[title(one)] = code;
    }
    expect(refused).toEqual({});
  });

  test('shows nobody to staff before the undertaking', async () => {
    if (!operation.discloses) return;
    const county = await openCounty();
    await county.store.read((db) => db.script('UPDATE post SET undertaking_version = NULL'));
    for (const { role, inside, seat } of cases) {
      if (!inside || !isStaff(role) || verdict(role, operation, sample, inside) !== 'allowed') continue;
      if (operation.verb === 'signedIn') continue;
      expect([role, await callAs(seat, county)]).toEqual([role, 'access.undertaking']);
    }
  });
});

/** WeChat's own sign-in, seen from a browser, and the undertaking, which residents have none of. */
function isNoRefusal({ name }: Operation, role: Role, code: string): boolean {
  if (name === 'account.signInWechat') return code === 'access.signIn';
  return name === 'account.acceptUndertaking' && role === 'resident' && code === 'access.verb';
}
