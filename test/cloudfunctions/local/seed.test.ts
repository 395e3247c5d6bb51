import { findArea } from '@/domain/codes/areas';
import { findDivision, locateByAddress, startingMergeTable } from '@/domain/divisions';
import { ageOn, isSampleIdNumber, readIdNumber, readName, readPhone } from '@/domain/identity';
import { generateCounty, type SeedHousehold, type SeedPerson } from '../../../cloudfunctions/local/seed';

const wish = { people: 2000, seed: 522_732, today: '2018-01-15', edition: '2018-10-31' } as const;
const county = generateCounty(wish);
const households: SeedHousehold[] = [...county.batches()].flat();
const people: SeedPerson[] = households.flatMap(({ members }) => members);

describe('the invented county', () => {
  test('has exactly the people wished for, in all 91 villages', () => {
    expect(people).toHaveLength(2000);
    expect(new Set(people.map(({ personId }) => personId)).size).toBe(2000);
    expect(new Set(households.map(({ householdId }) => householdId)).size).toBe(households.length);
    const inVillage = new Map<string, number>();
    for (const { villageCode, members } of households) {
      inVillage.set(villageCode, (inVillage.get(villageCode) ?? 0) + members.length);
    }
    expect(inVillage.size).toBe(91);
    for (const { code, people: planned } of county.villages) expect(inVillage.get(code)).toBe(planned);
  });

  test('is the same again from the same seed, whatever the size of the batches', () => {
    expect([...generateCounty(wish).batches(37)].flat()).toEqual(households);
    expect([...county.batches()].flat()).toEqual(households);
    expect(generateCounty(wish).accounts).toEqual(county.accounts);
  });

  test('is another one from another seed', () => {
    const other = [...generateCounty({ ...wish, seed: 1 }).batches()].flat().flatMap(({ members }) => members);
    expect(other.filter(({ name }, place) => name === people[place]?.name).length).toBeLessThan(400);
  });

  test('every household has one head, and says who', () => {
    for (const { members, headPersonId } of households) {
      expect(members.filter(({ relation }) => relation === '0').map(({ personId }) => personId)).toEqual([
        headPersonId,
      ]);
    }
  });

  test('families are possible: heads are grown up, spouses of the other sex, parents old enough', () => {
    for (const { members } of households) {
      const head = members[0];
      if (!head) throw new Error('an empty household');
      const age = (person: SeedPerson): number => ageOn(person.birthDate, wish.today);
      expect(age(head)).toBeGreaterThanOrEqual(18);
      for (const member of members.slice(1)) {
        if (member.relation === '1') expect(member.sex).not.toBe(head.sex);
        if (member.relation === '2') expect(age(head) - age(member)).toBeGreaterThanOrEqual(15);
        if (member.relation === '3') expect(age(member) - age(head)).toBeGreaterThanOrEqual(15);
      }
    }
  });

  test('every number is right, a sample one, nobody else’s, and agrees with sex and birth date', () => {
    const numbers = people.flatMap(({ idNumber }) => idNumber ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { idNumber, idType, sex, birthDate } of people) {
      if (idNumber === null) {
        expect(idType).toBe('2');
        continue;
      }
      expect(isSampleIdNumber(idNumber)).toBe(true);
      expect(readIdNumber(idNumber, wish.today)).toMatchObject({
        ok: true,
        number: idNumber,
        sex,
        birthDate,
        prefixKnown: true,
      });
    }
    expect(people.length - numbers.length).toBeGreaterThan(0);
  });

  test('names can be stored as they are; some have rare characters, some a dot', () => {
    const readings = people.map(({ name }) => readName(name));
    for (const [place, reading] of readings.entries())
      expect(reading).toMatchObject({ ok: true, name: people[place]?.name });
    expect(readings.filter((reading) => reading.ok && reading.rare.length > 0).length).toBeGreaterThan(2);
    expect(people.filter(({ name }) => name.includes('·')).length).toBeGreaterThan(0);
    expect(people.filter(({ ethnic }) => ethnic === '25').length).toBeGreaterThan(1000);
  });

  test('nobody can be called by mistake: all telephone numbers lie in a range no carrier has opened', () => {
    for (const phone of [...people, ...county.accounts].flatMap((one) => one.phone ?? [])) {
      expect(readPhone(phone)).toMatchObject({ ok: true, kind: 'mobile' });
      expect(phone).toMatch(/^154/);
    }
  });

  test('a fifth or more live elsewhere, in places that exist; children do not', () => {
    const away = people.filter(({ residenceCode }) => residenceCode !== '');
    expect(away.length).toBeGreaterThan(350);
    for (const { residenceCode, residenceAddress, birthDate } of away) {
      expect(findArea(residenceCode)).toBeDefined();
      expect(residenceAddress).toContain('示例');
      expect(ageOn(birthDate, wish.today)).toBeGreaterThanOrEqual(18);
    }
  });

  test('addresses are found again by their words and marked as samples', () => {
    const table = startingMergeTable();
    for (const { address, villageCode, group } of households.slice(0, 200)) {
      expect(locateByAddress(address, table)).toMatchObject({
        candidates: [{ village: { code: villageCode } }],
        group,
      });
      expect(address).toMatch(/（示例）$/);
    }
  });
});

describe('who can be signed in as', () => {
  const personas = county.accounts.filter(({ persona }) => persona !== null);

  test('the personas of the design, each once', () => {
    expect(personas.map(({ persona }) => persona).sort()).toEqual(
      [
        'auditor',
        'county',
        'county-lead',
        'elder',
        'enumerator',
        'inspector',
        'keeper',
        'liaison',
        'migrant',
        'resident',
        'secretary',
        'supervisor',
        'town',
      ].sort()
    );
    for (const { note } of personas) expect(note.length).toBeGreaterThan(5);
  });

  test('residents answer for people who are there', () => {
    const byId = new Map(people.map((person) => [person.personId, person]));
    for (const { name, persons } of personas.filter((account) => account.posts[0]?.role === 'resident')) {
      expect(byId.get(persons.find(({ relation }) => relation === 'self')?.personId ?? '')?.name).toBe(name);
      for (const { personId } of persons) expect(byId.has(personId)).toBe(true);
    }
    const migrant = personas.find(({ persona }) => persona === 'migrant');
    expect(byId.get(migrant?.persons[0]?.personId ?? '')?.residenceCode).toBe('441900121');
    const mother = byId.get(personas.find(({ persona }) => persona === 'elder')?.persons[1]?.personId ?? '');
    expect(mother).toMatchObject({ name: '陆玉花', phoneOwner: '2' });
  });

  test('the enumerator, the secretary and the town officer share the residents’ village', () => {
    const home = '522732114289';
    const post = (persona: string) => personas.find((account) => account.persona === persona)?.posts[0];
    expect(post('secretary')?.scopes).toEqual([home]);
    expect(post('town')?.scopes).toEqual(['522732114']);
    expect(
      county.assignments.some(
        ({ postId, villageCode }) => postId === post('enumerator')?.postId && villageCode === home
      )
    ).toBe(true);
  });

  test('every village has a secretary and an enumerator; ids repeat nowhere', () => {
    for (const { code } of county.villages) {
      expect(
        county.accounts.some(({ posts }) =>
          posts.some(({ role, scopes }) => role === 'committee' && scopes.includes(code))
        )
      ).toBe(true);
      const held = county.assignments.filter(({ villageCode }) => villageCode === code);
      expect(held.length).toBeGreaterThan(0);
      for (const { cadre, postId } of held) expect([cadre, postId]).not.toContain('');
    }
    for (const ids of [
      county.accounts.map(({ accountId }) => accountId),
      county.accounts.flatMap(({ posts }) => posts.map(({ postId }) => postId)),
      county.assignments.map(({ assignmentId }) => assignmentId),
      county.assignments.map(({ villageCode, part }) => villageCode + part),
    ]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('scopes are divisions of the edition', () => {
    for (const { scopes } of county.accounts.flatMap(({ posts }) => posts)) {
      for (const scope of scopes) expect(findDivision(scope, wish.edition)).toBeDefined();
    }
  });
});

test.each(['2017-10-31', '2018-10-31', '2023-06-30'] as const)('the edition of %s can be filled too', (edition) => {
  const other = generateCounty({ ...wish, people: 100, edition });
  const members = [...other.batches()].flat().flatMap((household) => household.members);
  expect(members).toHaveLength(100);
  expect(members[0]?.name === '韦水生' || members.some(({ name }) => name === '韦水生')).toBe(true);
});

test('a larger county is made in one pass: still all numbers differ', () => {
  const seen = new Set<string>();
  let count = 0;
  for (const batch of generateCounty({ ...wish, people: 60_000 }).batches()) {
    for (const { idNumber } of batch.flatMap(({ members }) => members)) {
      count += 1;
      if (idNumber !== null) seen.add(idNumber);
      else count -= 1;
    }
  }
  expect(seen.size).toBe(count);
});
