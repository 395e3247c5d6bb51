import fc from 'fast-check';
import type { Operation } from '@/domain/operations/operation';
import * as identity from '@/domain/operations/people/register-identity';
import * as moves from '@/domain/operations/people/register-moves';
import { expectCountersToHold } from '../../../support/counters';
import { type County, elsewhere, home, nextDoor, openCounty } from '../../../support/county';
import { numberOf } from '../../../support/register-file';

/** The office's acts on the register in any order: whatever is allowed leaves a register that can be. */

interface Standing {
  people: { person_id: string; version: number; household_id: string | null; merged_into: string | null }[];
  households: { household_id: string; version: number }[];
  merges: string[];
  transfers: string[];
}

async function standing({ store }: County): Promise<Standing> {
  const read = <R extends object>(sql: string) => store.read((db) => db.query<R>(sql));
  return {
    people: await read('SELECT person_id, version, household_id, merged_into FROM person ORDER BY person_id'),
    households: await read('SELECT household_id, version FROM household ORDER BY household_id'),
    merges: (
      await read<{ id: string }>('SELECT merge_id AS id FROM person_merge WHERE undone_at IS NULL ORDER BY 1')
    ).map(({ id }) => id),
    transfers: (
      await read<{ id: string }>(`SELECT transfer_id AS id FROM transfer WHERE state = 'asked' ORDER BY 1`)
    ).map(({ id }) => id),
  };
}

const kinds = ['merge', 'unmerge', 'move', 'ask', 'decide', 'split', 'join', 'head', 'birth', 'death'] as const;
const act = fc.record({ kind: fc.constantFrom(...kinds), one: fc.nat(999), other: fc.nat(999), third: fc.nat(999) });
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

const pick = <T>(list: readonly T[], place: number): T | undefined => list[place % Math.max(1, list.length)];
const reason = '情况属实';

/** What is called for an act, about whomever its numbers point at; undefined when there is nobody. */
function callOf({ kind, one, other, third }: Act, now: Standing): [Operation, object] | undefined {
  const seen = (place: number) => {
    const found = pick(now.people, place);
    return found && { personId: found.person_id, version: found.version };
  };
  const [person, second] = [seen(one), seen(other)];
  const [household, into] = [pick(now.households, one), pick(now.households, other)];
  const members = now.people.filter(({ household_id }) => household_id === household?.household_id);
  const member = pick(members, other)?.person_id;
  const house = household && { householdId: household.household_id, version: household.version };
  const [merge, transfer] = [pick(now.merges, one), pick(now.transfers, one)];
  const village = pick([home, nextDoor, elsewhere], third) ?? home;
  if (kind === 'unmerge')
    return merge === undefined ? undefined : [identity.unmergePersons, { mergeId: merge, reason }];
  if (kind === 'decide')
    return transfer === undefined
      ? undefined
      : [moves.decideTransfer, { transferId: transfer, consent: third % 2 === 0, reason }];
  if (!person || !second || !house || !into) return undefined;
  const diedOn = '2018-01-31';
  switch (kind) {
    case 'merge':
      return [identity.mergePersons, { keep: person, drop: second, reason }];
    case 'move':
    case 'ask': {
      const personIds = third % 3 === 0 ? members.map(({ person_id }) => person_id) : [person.personId];
      const toHousehold = third % 5 === 0 ? { toHousehold: into.household_id } : {};
      return [moves.requestTransfer, { personIds, toVillage: village, ...toHousehold, reason }];
    }
    case 'split':
      return member === undefined
        ? undefined
        : [moves.splitHousehold, { ...house, personIds: [member], headPersonId: member, relations: {}, reason }];
    case 'join':
      return [
        moves.joinHouseholds,
        { into: { householdId: into.household_id, version: into.version }, from: house, relations: {}, reason },
      ];
    case 'head':
      return member === undefined
        ? undefined
        : [moves.changeHead, { ...house, headPersonId: member, relations: {}, reason }];
    case 'birth':
      return [
        moves.recordBirth,
        {
          householdId: house.householdId,
          name: `小${'一二三四五六七八九十'.charAt(third % 10)}`,
          sex: '1',
          birthDate: '2018-01-20',
          relation: '2',
          ethnic: '25',
          ...(third % 2 === 0 ? { idNumber: numberOf('2018-01-20', '1', third % 4) } : {}),
          reason,
        },
      ];
    case 'death':
      return [moves.recordDeath, { ...person, diedOn, witness: '村支书', reason }];
  }
}

/** What must be true of any register. */
const never: Readonly<Record<string, string>> = {
  'two living heads in a household': `SELECT household_id FROM person WHERE relation = '0' AND merged_into IS NULL
    AND collect_state <> 'closed' GROUP BY household_id HAVING count(*) > 1 AND household_id IS NOT NULL`,
  'a head that is not of the household, not its head, dead or merged away': `SELECT h.household_id FROM household h
    JOIN person p ON p.person_id = h.head_person_id WHERE p.household_id IS DISTINCT FROM h.household_id
    OR p.relation <> '0' OR p.merged_into IS NOT NULL OR p.collect_state = 'closed'`,
  'a household that does not know its head': `SELECT p.person_id FROM person p
    JOIN household h ON h.household_id = p.household_id WHERE p.relation = '0' AND p.merged_into IS NULL
    AND p.collect_state <> 'closed' AND p.in_register AND h.head_person_id IS DISTINCT FROM p.person_id`,
  'somebody in a household of another village': `SELECT p.person_id FROM person p
    JOIN household h ON h.household_id = p.household_id WHERE p.merged_into IS NULL AND p.village_code <> h.village_code`,
  'one number on two living rows': `SELECT id_index FROM person WHERE id_index IS NOT NULL AND merged_into IS NULL
    GROUP BY id_index HAVING count(*) > 1`,
  'somebody merged into a row that was merged away in a circle': `SELECT a.person_id FROM person a
    JOIN person b ON b.person_id = a.merged_into WHERE b.merged_into = a.person_id`,
  'somebody without a village who waits nowhere': `SELECT p.person_id FROM person p WHERE p.village_code IS NULL
    AND p.merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM placement_case c WHERE c.person_id = p.person_id AND c.state = 'open')`,
};

test('acts in any order leave one head, one number one person, and counters that a recount gives', async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 25 }), async (acts) => {
      const county = await openCounty();
      const told: string[] = [];
      for (const one of acts) {
        county.clock.forward(60_000);
        const call = callOf(one, await standing(county));
        if (call === undefined) continue;
        const seat = one.kind === 'ask' ? 'otherSecretary' : 'countyOfficer';
        const reply = await county.as(seat).reply(...call);
        told.push(`${one.kind} ${JSON.stringify(call[1])} ${reply.ok ? 'ok' : reply.problem.code}`);
        if (reply.ok) done.set(one.kind, (done.get(one.kind) ?? 0) + 1);
        else expect([reply.problem.code, told]).not.toEqual(['internal', told]);
        for (const [what, sql] of Object.entries(never)) {
          const found = await county.store.read((db) => db.query(sql));
          if (found.length > 0) throw new Error(`${what}: ${JSON.stringify(found)}\n${told.join('\n')}`);
        }
      }
      await expectCountersToHold(county);
    }),
    { numRuns: 25, seed: 20180201, endOnFailure: true }
  );
  expect([...done.keys()].sort()).toEqual([...kinds].sort());
}, 240_000);
