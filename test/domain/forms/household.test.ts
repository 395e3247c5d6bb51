import { type Answers, checkHousehold, normalize, sameAsHead, sharedFields } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { idOf, knowing, labourer, registered, today } from './people';

const head: Answers = { ...registered({ born: '1960-05-01' }), ...labourer, relation: '0' };

describe('a household of a head, his wife and a son', () => {
  const person = (born: string, sex: '1' | '2', relation: string) => {
    const ctx = knowing({ born, sex }, { mode: 'visit' });
    return { ctx, answers: normalize(personalForm, { ...registered({ born, sex }), relation }, ctx) };
  };
  const father = person('1960-05-01', '1', '0');
  const wife = person('1962-03-01', '2', '1');
  const son = person('1990-01-15', '1', '2');
  const about = (members: (typeof father)[]) =>
    checkHousehold(personalForm, members).map((findings) =>
      findings.filter((one) => one.field === 'relation').map((one) => one.rule)
    );

  test('is in order', () => expect(about([father, wife, son])).toEqual([[], [], []]));

  test('with a second head both are told', () => {
    expect(about([father, wife, { ...son, answers: { ...son.answers, relation: '0' } }])).toEqual([['E9'], [], ['E9']]);
  });

  test('without a head everyone is told', () => {
    expect(about([wife, son])).toEqual([['E9'], ['E9']]);
  });

  test('with a son of 1970 the son is asked again', () => {
    expect(about([father, person('1970-01-15', '1', '2')])).toEqual([[], ['W10']]);
  });
});

test('the head’s answers for home, register and support serve the household', () => {
  expect(sharedFields(personalForm)).toEqual([
    'hukouNature',
    'hukouVillage',
    'hukouAddress',
    'householdNo',
    'headName',
    'headIdNo',
    'homeSame',
    'homeDivision',
    'homeAddress',
    'poorRegistered',
    'poorOut',
    'relocated',
    'relocatedTo',
    'landLost',
  ]);
  const stored = normalize(personalForm, head, { today });
  const wife = sameAsHead(personalForm, stored, { name: '潘示例', relation: '1', idNo: idOf('1962-03-01', '2') });
  expect(wife).toMatchObject({
    name: '潘示例',
    relation: '1',
    headName: '韦·示例',
    headIdNo: idOf('1960-05-01'),
    homeDivision: '441900',
    hukouVillage: '522732114289',
    poorRegistered: false,
  });
  expect(wife).not.toHaveProperty('jobForm');
});
