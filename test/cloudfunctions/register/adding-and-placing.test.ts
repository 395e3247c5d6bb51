import { sampleIdNumber } from '@/domain/identity';
import { bindSelf } from '@/domain/operations/account/family';
import { claimPlacement, placementOf, placements } from '@/domain/operations/people/placement';
import { addPerson, household, villagePeople } from '@/domain/operations/people/register';
import {
  type County,
  expectProblem,
  home,
  householdIdOf,
  idNumberOf,
  openCounty,
  personIdOf,
} from '../../support/county';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const atTheDoor = { villageCode: home, householdId: householdIdOf('two'), relation: '1', name: '蒙大勇' } as const;
const number = () => sampleIdNumber('452702', '1986-10-10', '1', 2);

describe('somebody met at the door', () => {
  test('joins the household and is counted', async () => {
    const added = await county
      .as('enumerator')
      .call(addPerson, { ...atTheDoor, idNumber: number(), ethnic: '25', phone: '139 0000 0009' });
    expect(added).toMatchObject({ outcome: 'added', householdId: householdIdOf('two'), doubtful: false });
    const { members } = await county.as('enumerator').call(household, { householdId: householdIdOf('two') });
    expect(members.map(({ name, origin, phoneMasked }) => [name, origin, phoneMasked])).toContainEqual([
      '蒙大勇',
      'added',
      '139****0009',
    ]);
    const rows = await county.store.read((db) =>
      db.query(
        `SELECT measure, value FROM village_counter WHERE village_code = $1 AND measure IN ('people', 'due', 'added') ORDER BY measure`,
        [home]
      )
    );
    expect(rows).toEqual([
      { measure: 'added', value: 1 },
      { measure: 'due', value: 8 },
      { measure: 'people', value: 8 },
    ]);
  });

  test('may begin a household of his own and head it', async () => {
    const added = await county.as('enumerator').call(addPerson, {
      villageCode: home,
      groupName: '三组',
      houseNo: '7',
      relation: '0',
      name: '蒙大勇',
      idNumber: number(),
    });
    const seen = await county.as('enumerator').call(household, { householdId: added.householdId ?? '' });
    expect(seen).toMatchObject({ groupName: '三组', houseNo: '7', headPersonId: added.personId });
  });

  test('whose number is known in the village is shown, not doubled', async () => {
    const known = await county
      .as('enumerator')
      .call(addPerson, { ...atTheDoor, name: '石云', idNumber: idNumberOf('shiYun') });
    expect(known).toMatchObject({
      outcome: 'known',
      personId: personIdOf('shiYun'),
      householdId: householdIdOf('three'),
    });
  });

  test('whose number is known elsewhere is only told with the village', async () => {
    const there = await county
      .as('enumerator')
      .call(addPerson, { ...atTheDoor, name: '杨·阿花', idNumber: idNumberOf('yangHua') });
    expect(there).toMatchObject({ outcome: 'elsewhere', personId: null, householdId: null });
    expect(there.village?.name).toBe('怎雷村');
  });

  test('with a namesake of the same birth date in the village is doubtful', async () => {
    const added = await county.as('enumerator').call(addPerson, {
      ...atTheDoor,
      name: '石云',
      idNumber: null,
      noNumberReason: '号码丢失',
      sex: '2',
      birthDate: '1970-02-28',
    });
    expect(added).toMatchObject({ outcome: 'added', doubtful: true });
    const cases = await county.store.read((db) => db.query('SELECT kind, state, place FROM duplicate_case'));
    expect(cases).toEqual([{ kind: 'sameNameBirthVillage', state: 'open', place: home }]);
  });

  test('two enumerators adding the same number at once make one person', async () => {
    const add = () => county.as('enumerator').reply(addPerson, { ...atTheDoor, idNumber: number() });
    const replies = await Promise.all([add(), add()]);
    expect(replies.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    const { items } = await county.as('enumerator').call(villagePeople, { villageCode: home, text: '蒙大勇' });
    expect(items).toHaveLength(1);
  });

  test.each([
    ['a second head', { relation: '0' }, 'call.invalid', '户主'],
    ['a household of nowhere', { householdId: 'h_nowhere' }, 'found.nothing', '这一户'],
    ['a household of another village', { householdId: 'h_far' }, 'found.nothing', '这一户'],
    ['a made-up relation', { relation: '配偶' }, 'call.invalid', '与户主关系'],
    ['an unknown ethnic group', { ethnic: '77' }, 'call.invalid', '民族'],
    ['a telephone of nine digits', { phone: '139000000' }, 'person.phone', '联系电话'],
    ['HTML in the group', { householdId: undefined, groupName: '<i>一组</i>' }, 'call.invalid', '村民组'],
  ] as const)('with %s is refused', async (_what, wrong, code, names) => {
    const problem = await expectProblem(
      county.as('enumerator').refused(addPerson, { ...atTheDoor, idNumber: number(), ...wrong }),
      code
    );
    expect(problem.message).toContain(names);
  });
});

describe('people without a village', () => {
  const declare = () =>
    county.as('newcomer').call(bindSelf, { name: '吴新', idNumber: sampleIdNumber('522732', '1995-09-09', '1', 3) });

  test('wait in the queue until a committee claims them, and can read why', async () => {
    const { personId } = await declare();
    const waiting = await county.as('newcomer').call(placementOf, { personId });
    expect(waiting).toMatchObject({ village: null, waiting: true });
    const { items } = await county.as('villageSecretary').call(placements, {});
    expect(items).toMatchObject([{ name: '吴新', personId, candidates: [] }]);
    const claimed = await county
      .as('villageSecretary')
      .call(claimPlacement, { caseId: items[0]?.caseId ?? '', villageCode: home });
    expect(claimed.village.name).toBe('中海村');
    const placed = await county.as('newcomer').call(placementOf, { personId });
    expect(placed).toMatchObject({ village: { code: home }, waiting: false });
    expect(placed.why).toContain('村支书');
    const rows = await county.store.read((db) =>
      db.query(
        `SELECT village_code, value FROM village_counter WHERE measure = 'people' AND value > 0 ORDER BY village_code`
      )
    );
    expect(rows).toEqual([
      { village_code: '522732113281', value: 2 },
      { village_code: home, value: 8 },
    ]);
  });

  test('whoever is second is told where the person went', async () => {
    await declare();
    const { items } = await county.as('townOfficer').call(placements, {});
    const caseId = items[0]?.caseId ?? '';
    await county.as('villageSecretary').call(claimPlacement, { caseId, villageCode: home });
    const problem = await expectProblem(
      county.as('townOfficer').refused(claimPlacement, { caseId, villageCode: home }),
      'placement.settled'
    );
    expect(problem.message).toContain('中海村');
  });

  test('cannot be claimed for another village, by a resident, or twice at once', async () => {
    await declare();
    const { items } = await county.as('villageSecretary').call(placements, {});
    const caseId = items[0]?.caseId ?? '';
    await expectProblem(
      county.as('otherSecretary').refused(claimPlacement, { caseId, villageCode: home }),
      'access.scope'
    );
    await expectProblem(county.as('resident').refused(claimPlacement, { caseId, villageCode: home }), 'access.verb');
    const claim = () => county.as('villageSecretary').reply(claimPlacement, { caseId, villageCode: home });
    const both = await Promise.all([claim(), claim()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
