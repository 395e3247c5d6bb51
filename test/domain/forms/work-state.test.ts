import { type Answers, normalize, questionText } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { knowing } from './people';

const stateOf = (answers: Answers, age = 30) =>
  normalize(personalForm, { populationClass: '03', ...answers }, knowing({ age })).state;

const no = { worked: false, jobOff: false, familyHelp: false };

describe('employed, unemployed or outside the labour force', () => {
  test.each([
    ['works in a factory', { worked: true }, 'E'],
    ['delivers meals', { worked: true, jobForm: '4' }, 'E'],
    ['sells over WeChat', { worked: true, jobForm: '5' }, 'E'],
    ['streams and sells', { worked: true, jobForm: '4' }, 'E'],
    ['is on maternity leave', { worked: false, jobOff: true }, 'E'],
    ['is retired inside the works on reduced pay (内退)', { worked: false, jobOff: true }, 'E'],
    ['keeps a stall and it rained all week', { worked: false, jobOff: true }, 'E'],
    ['helps in her son’s shop unpaid (帮工)', { worked: false, jobOff: false, familyHelp: true }, 'E'],
    ['casual worker with no job in hand, looking', { ...no, sought: true, canStart: true }, 'U'],
    ['casual worker with no job in hand, not looking', { ...no, sought: false, canStart: true }, 'N'],
    ['sits the civil service examination', { ...no, sought: true, canStart: true }, 'U'],
    ['only prepares for a postgraduate course', { ...no, sought: false, canStart: false }, 'N'],
    ['hired, begins next week', { ...no, sought: true, canStart: true }, 'U'],
    ['looks for work but is ill for months', { ...no, sought: true, canStart: false }, 'N'],
    ['only lets rooms', { ...no, sought: false, canStart: false }, 'N'],
    ['only trades his own shares', { ...no, sought: false, canStart: false }, 'N'],
    ['only pays social insurance', { ...no, sought: false, canStart: true }, 'N'],
    ['grows food for the own table only', { ...no, sought: false, canStart: true }, 'N'],
    ['unpaid intern', { ...no, sought: false, canStart: false }, 'N'],
    ['has not said yet', {}, undefined],
    ['has said only that he did not work', { worked: false }, undefined],
    ['has not said yet whether he looks', no, undefined],
  ] as [string, Answers, string | undefined][])('%s', (_who, answers, state) => {
    expect(stateOf(answers)).toBe(state);
  });

  test('the administrative form of work is kept beside it as answered', () => {
    const kept = normalize(
      personalForm,
      { populationClass: '03', worked: true, jobForm: '7', farmProduct: '种植水稻' },
      knowing()
    );
    expect(kept).toMatchObject({ state: 'E', jobForm: '7', role: '3' });
  });

  test('a retired man who works again is employed, one who does not is outside', () => {
    expect(stateOf({ populationClass: '07', worked: true }, 65)).toBe('E');
    expect(stateOf({ populationClass: '07', worked: false }, 65)).toBe('N');
  });

  test('a student who tutors is employed, one who does not is outside', () => {
    expect(stateOf({ populationClass: '02', worked: true }, 17)).toBe('E');
    expect(stateOf({ populationClass: '02', ...no }, 17)).toBe('N');
  });

  test('children, soldiers, prisoners and the dead have no state', () => {
    expect(stateOf({ populationClass: '01', worked: true }, 12)).toBeUndefined();
    for (const populationClass of ['04', '05', '06', '09', '10', '11', '12', '13', '14'])
      expect(stateOf({ populationClass, worked: true })).toBeUndefined();
  });

  test('nobody can write the state himself', () => {
    expect(stateOf({ worked: true, state: 'U' })).toBe('E');
  });

  test('who helps the family unpaid is asked neither the role nor the pay', () => {
    const kept = normalize(
      personalForm,
      { populationClass: '03', worked: false, jobOff: false, familyHelp: true, jobForm: '3', role: '1', income: 3000 },
      knowing()
    );
    expect(kept.role).toBe('4');
    expect(kept).not.toHaveProperty('income');
    expect(kept).not.toHaveProperty('contract');
  });

  test('the questions say what counts: rain, leave, letting rooms, own table', () => {
    const of = (key: string) => questionText(personalForm, key, { populationClass: '03' }, knowing());
    expect(of('jobOff').hint).toMatch(/下雨没出摊.*内退/);
    expect(of('worked').hint).toMatch(/收房租.*自家吃/);
    expect(of('sought').hint).toMatch(/公务员.*考研不算/);
    expect(questionText(personalForm, 'worked', { populationClass: '07' }, knowing({ age: 70 })).ask).toMatch(
      /自家的店里/
    );
  });
});
