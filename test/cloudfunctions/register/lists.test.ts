import * as operations from '@/domain/operations/people/register';
import {
  type County,
  expectProblem,
  home,
  householdIdOf,
  idNumberOf,
  openCounty,
  personIdOf,
} from '../../support/county';
import { oldForm } from '../../support/register-file';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

describe('the villages of a post', () => {
  test('an enumerator sees the villages he holds, with counts', async () => {
    const { villages } = await county.as('enumerator').call(operations.villages, {});
    expect(villages.map(({ name }) => name)).toEqual(['仙人桥村', '中海村']);
    expect(villages[1]?.counters).toMatchObject({ people: 7, due: 7 });
  });

  test('a town officer sees every village of his town, a county officer all of them', async () => {
    expect((await county.as('townOfficer').call(operations.villages, {})).villages).toHaveLength(20);
    expect((await county.as('countyOfficer').call(operations.villages, {})).villages).toHaveLength(91);
  });

  test('a lease that has run out shows nothing any more', async () => {
    county.clock.forward(366 * 86_400_000);
    await county.store.read((db) => db.run(`UPDATE session SET expires_at = expires_at + interval '10 years'`));
    expect((await county.as('enumerator').call(operations.villages, {})).villages).toEqual([]);
    await expectProblem(
      county.as('enumerator').refused(operations.villagePeople, { villageCode: home }),
      'access.scope'
    );
  });
});

describe('the people of a village', () => {
  const names = async (input: object): Promise<string[]> => {
    const { items } = await county
      .as('villageSecretary')
      .call(operations.villagePeople, { villageCode: home, ...input });
    return items.map(({ name }) => name);
  };

  test('come household by household, house 2 before house 10, the head first', async () => {
    expect(await names({})).toEqual(['韦大山', '陆月兰', '韦小明', '韦雪', '潘梅花', '石老安', '石云']);
  });

  test('page by page give the same people once', async () => {
    const secretary = county.as('villageSecretary');
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { name: string }[]; next: string | null } = await secretary.call(operations.villagePeople, {
        villageCode: home,
        limit: 2,
        cursor,
      });
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(['韦大山', '陆月兰', '韦小明', '韦雪', '潘梅花', '石老安', '石云']);
  });

  test.each([
    ['part of a name', { text: '小明' }, ['韦小明']],
    ['pinyin initials', { text: 'wx' }, ['韦小明', '韦雪']],
    ['a house number', { text: '10' }, ['潘梅花']],
    ['the last four of the number', { text: 'TAIL' }, ['石云']],
    ['a group', { group: '二组' }, ['石老安', '石云']],
    ['a state', { states: ['collected'] }, []],
    ['what is nobody', { text: '赵' }, []],
  ])('are found by %s', async (_by, input, expected) => {
    const text = 'text' in input && input.text === 'TAIL' ? { text: idNumberOf('shiYun').slice(-4) } : {};
    const found = await names({ ...input, ...text });
    if (expected.length > 0) expect(found).toEqual(expect.arrayContaining(expected));
    else expect(found).toEqual([]);
    if (!('text' in input && input.text === 'TAIL')) expect(found).toEqual(expected);
  });

  test('are masked, and the look is recorded', async () => {
    const page = await county.as('villageSecretary').call(operations.villagePeople, { villageCode: home });
    for (const person of page.items) expect(person.idMasked).toMatch(/^522732\*{8}/);
    expect(JSON.stringify(page)).not.toContain(idNumberOf('weiXiaoming'));
    const rows = await county.store.read((db) =>
      db.query(`SELECT act, account_id, place FROM audit_entry WHERE act = 'register.villagePeople'`)
    );
    expect(rows).toEqual([{ act: 'register.villagePeople', account_id: 'a_villageSecretary', place: home }]);
  });

  test('of another village are refused, and before the undertaking all of them', async () => {
    await expectProblem(
      county.as('otherSecretary').refused(operations.villagePeople, { villageCode: home }),
      'access.scope'
    );
    await expectProblem(
      county.as('newEnumerator').refused(operations.villagePeople, { villageCode: home }),
      'access.undertaking'
    );
    await expectProblem(county.as('resident').refused(operations.villagePeople, { villageCode: home }), 'access.verb');
  });

  test('a made-up cursor starts from the beginning, a code of no village is named', async () => {
    expect(await names({ cursor: 'bm9uc2Vuc2U' })).toHaveLength(7);
    await expectProblem(
      county.as('countyOfficer').refused(operations.villagePeople, { villageCode: '522732999999' }),
      'division.unknown'
    );
    const problem = await expectProblem(
      county.as('countyOfficer').refused(operations.villagePeople, { villageCode: '中海村' }),
      'call.invalid'
    );
    expect(problem.message).toContain('村（居）');
  });

  test('a lease on a group shows that group only', async () => {
    await county.store.read((db) => db.run(`UPDATE assignment SET part = '二组' WHERE village_code = $1`, [home]));
    const enumerator = county.as('enumerator');
    const { items } = await enumerator.call(operations.villagePeople, { villageCode: home });
    expect(items.map(({ name }) => name)).toEqual(['石老安', '石云']);
    await expectProblem(enumerator.refused(operations.person, { personId: personIdOf('weiXiaoming') }), 'access.scope');
    await expectProblem(
      enumerator.refused(operations.household, { householdId: householdIdOf('one') }),
      'access.scope'
    );
    expect((await enumerator.call(operations.person, { personId: personIdOf('shiYun') })).name).toBe('石云');
  });
});

describe('a household and a person', () => {
  test('a household shows its members with relation and state', async () => {
    const seen = await county.as('enumerator').call(operations.household, { householdId: householdIdOf('one') });
    expect(seen).toMatchObject({
      groupName: '一组',
      houseNo: '2号',
      householdNo: '010002',
      headPersonId: personIdOf('weiDashan'),
    });
    expect(seen.members.map(({ name, relation, collectState }) => [name, relation, collectState])).toEqual([
      ['韦大山', '0', 'due'],
      ['陆月兰', '1', 'due'],
      ['韦小明', '2', 'due'],
      ['韦雪', '7', 'due'],
    ]);
    await expectProblem(
      county.as('otherEnumerator').refused(operations.household, { householdId: householdIdOf('one') }),
      'access.scope'
    );
  });

  test('a resident reads himself and nobody else', async () => {
    const own = await county.as('resident').call(operations.person, { personId: personIdOf('weiXiaoming') });
    expect(own).toMatchObject({ name: '韦小明', placedWhy: '县户籍名册上您的户籍在这里。', record: null, visits: [] });
    await expectProblem(
      county.as('resident').refused(operations.person, { personId: personIdOf('weiDashan') }),
      'person.notYours'
    );
    await expectProblem(county.as('resident').refused(operations.person, { personId: 'p_nobody' }), 'found.nothing');
  });
});

describe('searching the county', () => {
  test('by number finds the one; beyond the scope only a masked name and the village', async () => {
    const number = idNumberOf('yangHua');
    const found = await county
      .as('enumerator')
      .call(operations.search, { text: ` ${number.slice(0, 6)} ${number.slice(6)}` });
    expect(found.by).toBe('idNumber');
    expect(found.items).toEqual([
      expect.objectContaining({ personId: null, name: '杨·**', idMasked: '', birthYear: '', inScope: false }),
    ]);
    expect(found.items[0]?.village?.name).toBe('怎雷村');
  });

  test('by the number of before 1999 finds the one who has it in its new form', async () => {
    const found = await county.as('enumerator').call(operations.search, { text: oldForm(idNumberOf('weiDashan')) });
    expect(found.items.map(({ personId }) => personId)).toEqual([personIdOf('weiDashan')]);
  });

  test('what a database takes for a pattern finds nobody', async () => {
    for (const text of ['韦%', '%%', '__', '韦_明', '\\\\', "' OR ''='"]) {
      expect((await county.as('enumerator').call(operations.search, { text })).items).toEqual([]);
    }
  });

  test('by name finds whoever begins so; in scope he can be opened', async () => {
    const found = await county.as('enumerator').call(operations.search, { text: '韦小' });
    expect(found).toMatchObject({
      by: 'name',
      more: false,
      items: [{ personId: personIdOf('weiXiaoming'), name: '韦小明', inScope: true }],
    });
  });

  test('one character is too little, and what was typed is not recorded', async () => {
    await expectProblem(county.as('enumerator').refused(operations.search, { text: '韦' }), 'call.invalid');
    await county.as('enumerator').call(operations.search, { text: idNumberOf('yangHua'), reason: '核对外村来人' });
    const rows = await county.store.read((db) =>
      db.query(`SELECT t::text AS text FROM audit_entry t WHERE act = 'register.search'`)
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(idNumberOf('yangHua'));
    expect(JSON.stringify(rows)).toContain(personIdOf('yangHua'));
    expect(JSON.stringify(rows)).toContain('核对外村来人');
  });
});
