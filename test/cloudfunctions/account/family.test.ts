import { sampleIdNumber } from '@/domain/identity';
import * as operations from '@/domain/operations/account/account';
import { addFamilyMember, bindSelf, removeFamilyMember } from '@/domain/operations/account/family';
import { type County, elsewhere, expectProblem, home, idNumberOf, openCounty, personIdOf } from '../../support/county';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const counter = async (village: string, measure: string): Promise<number> => {
  const row = await county.store.read((db) =>
    db.one<{ value: number }>('SELECT value FROM village_counter WHERE village_code = $1 AND measure = $2', [
      village,
      measure,
    ])
  );
  return row?.value ?? 0;
};

const wrongDigit = (right: string): string => right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');

describe('binding oneself', () => {
  test('name and number of the register bind the person, and the account takes his name', async () => {
    const newcomer = county.as('newcomer');
    const bound = await newcomer.call(bindSelf, { name: ' 石 云 ', idNumber: idNumberOf('shiYun').toLowerCase() });
    expect(bound).toMatchObject({ outcome: 'bound', personId: personIdOf('shiYun'), name: '石云' });
    expect(bound.village?.name).toBe('中海村');
    expect((await newcomer.call(operations.me, {})).name).toBe('石云');
  });

  test('a name with another dot is the same name', async () => {
    const bound = await county.as('newcomer').call(bindSelf, { name: '杨•阿花', idNumber: idNumberOf('yangHua') });
    expect(bound).toMatchObject({ outcome: 'bound', name: '杨·阿花' });
  });

  test('a number that stands under another name binds nothing and does not say whose it is', async () => {
    const problem = await expectProblem(
      county.as('newcomer').refused(bindSelf, { name: '李四', idNumber: idNumberOf('shiYun') }),
      'person.mismatch'
    );
    expect(JSON.stringify(problem)).not.toContain('石云');
    expect((await county.as('newcomer').call(operations.me, {})).persons).toEqual([]);
  });

  test('guessing ends after five tries a day and begins anew the next day', async () => {
    const guess = () => county.as('newcomer').refused(bindSelf, { name: '李四', idNumber: idNumberOf('shiYun') });
    for (let times = 0; times < 5; times += 1) await expectProblem(guess(), 'person.mismatch');
    await expectProblem(guess(), 'call.tooOften');
    county.clock.forward(24 * 3_600_000);
    await expectProblem(guess(), 'person.mismatch');
  });

  test('someone the register does not have becomes a declared person of the village he names', async () => {
    const before = await counter(home, 'people');
    const idNumber = sampleIdNumber('522732', '1995-09-09', '1', 3);
    const declared = await county.as('newcomer').call(bindSelf, { name: '吴新', idNumber, villageCode: home });
    expect(declared).toMatchObject({ outcome: 'declared', name: '吴新' });
    expect(declared.village?.code).toBe(home);
    expect(declared.why).toContain('中海村');
    expect(await counter(home, 'people')).toBe(before + 1);
    expect(await counter(home, 'declared')).toBe(1);
  });

  test('without a village he waits in the queue, counted under the county', async () => {
    const idNumber = sampleIdNumber('522732', '1995-09-09', '1', 3);
    const declared = await county.as('newcomer').call(bindSelf, { name: '吴新', idNumber });
    expect(declared.village).toBeNull();
    expect(declared.why).toContain('待归属');
    expect(await counter('522732', 'people')).toBe(1);
    expect((await county.as('newcomer').call(operations.me, {})).persons[0]).toMatchObject({
      placing: true,
      village: null,
    });
  });

  test('nothing of the number is stored or logged in clear', async () => {
    const idNumber = sampleIdNumber('522732', '1995-09-09', '1', 3);
    await county.as('newcomer').call(bindSelf, { name: '吴新', idNumber, villageCode: home });
    const tables = ['person', 'audit_entry', 'request'];
    for (const table of tables) {
      const rows = await county.store.read((db) => db.query(`SELECT t::text AS text FROM ${table} t`));
      expect(JSON.stringify(rows)).not.toContain(idNumber);
    }
    expect(JSON.stringify(county.world.log)).not.toContain(idNumber);
  });

  test.each([
    ['a wrong check digit', wrongDigit(sampleIdNumber('522732', '1995-05-06', '1', 0)), 'person.idNumber'],
    ['30 February', '522732199502309911', 'person.idNumber'],
    ['a birth after today', '522732202805069919', 'person.idNumber'],
    ['letters', 'ABCDEF', 'person.idNumber'],
  ] as const)('%s is named as a problem of the number', async (_what, idNumber, code) => {
    const problem = await expectProblem(county.as('newcomer').refused(bindSelf, { name: '吴新', idNumber }), code);
    expect(problem.message).toContain('公民身份号码');
    expect(JSON.stringify(problem)).not.toContain(idNumber);
  });

  test.each([
    ['HTML', '<b>吴</b>'],
    ['fifty-one characters', '吴'.repeat(51)],
    ['a question mark for a rare character', '吴?'],
  ])('a name with %s is refused', async (_what, name) => {
    const idNumber = sampleIdNumber('522732', '1995-09-09', '1', 3);
    await expectProblem(county.as('newcomer').refused(bindSelf, { name, idNumber }), 'person.name');
  });

  test('a name beyond the basic plane is kept as it is', async () => {
    const idNumber = sampleIdNumber('522732', '1995-09-09', '1', 3);
    const declared = await county.as('newcomer').call(bindSelf, { name: '𠮷𠀀', idNumber, villageCode: home });
    expect(declared.name).toBe('𠮷𠀀');
  });

  test('one account is one person, and one person has one account of his own', async () => {
    await expectProblem(
      county.as('resident').refused(bindSelf, { name: '石云', idNumber: idNumberOf('shiYun') }),
      'person.alreadySelf'
    );
    await expectProblem(
      county.as('newcomer').refused(bindSelf, { name: '韦小明', idNumber: idNumberOf('weiXiaoming') }),
      'person.boundElsewhere'
    );
  });
});

describe('family', () => {
  test('a daughter adds her father, sees him beside herself, and takes him off again', async () => {
    const resident = county.as('resident');
    const added = await resident.call(addFamilyMember, {
      relation: 'parent',
      name: '韦大山',
      idNumber: idNumberOf('weiDashan'),
    });
    expect(added.outcome).toBe('bound');
    const me = await resident.call(operations.me, {});
    expect(me.persons.map(({ name, relationLabel }) => [name, relationLabel])).toEqual([
      ['韦小明', '本人'],
      ['韦大山', '父母'],
    ]);
    await resident.call(removeFamilyMember, { personId: added.personId });
    expect((await resident.call(operations.me, {})).persons).toHaveLength(1);
    await resident.call(addFamilyMember, { relation: 'parent', name: '韦大山', idNumber: idNumberOf('weiDashan') });
    expect((await resident.call(operations.me, {})).persons).toHaveLength(2);
  });

  test('a newborn without a number needs a reason, sex and birth date', async () => {
    const baby = { relation: 'child', name: '韦小宝', idNumber: null, villageCode: home } as const;
    const resident = county.as('resident');
    await expectProblem(resident.refused(addFamilyMember, baby), 'person.incomplete');
    const reasoned = { ...baby, noNumberReason: '刚出生，还没上户口' };
    const problem = await expectProblem(resident.refused(addFamilyMember, reasoned), 'person.incomplete');
    expect(problem.message).toContain('性别、出生日期');
    const added = await resident.call(addFamilyMember, { ...reasoned, sex: '1', birthDate: '2018-01-20' });
    expect(added).toMatchObject({ outcome: 'declared', idMasked: '' });
  });

  test('oneself cannot be taken off, nor a stranger', async () => {
    const resident = county.as('resident');
    await expectProblem(resident.refused(removeFamilyMember, { personId: personIdOf('weiXiaoming') }), 'found.nothing');
    await expectProblem(resident.refused(removeFamilyMember, { personId: personIdOf('yangHua') }), 'found.nothing');
  });

  test('a village of the old edition is resolved; one of nowhere leaves the person in the queue', async () => {
    const child = {
      relation: 'child',
      name: '韦二宝',
      idNumber: null,
      noNumberReason: '刚出生',
      sex: '2',
      birthDate: '2018-01-20',
    } as const;
    const added = await county.as('resident').call(addFamilyMember, { ...child, villageCode: elsewhere });
    expect(added.village?.name).toBe('怎雷村');
    const nowhere = await county
      .as('resident')
      .call(addFamilyMember, { ...child, name: '韦三宝', villageCode: '522732999999' });
    expect(nowhere.village).toBeNull();
  });
});
