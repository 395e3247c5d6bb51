import fc from 'fast-check';
import { type Answers, chosenAnswers, lostWords, mergeAnswers, normalize } from '@/domain/form';
import { employerForm, personalForm } from '@/domain/forms';
import { knowing, labourer } from '../forms/people';

const ctx = knowing();
const base = normalize(personalForm, { ...labourer, confirmed: true }, ctx);
const merge = (live: Answers, late: Answers, from: Answers = base) =>
  mergeAnswers(personalForm, { base: from, live: { ...from, ...live }, late: { ...from, ...late } });

describe('two who changed different things of one person', () => {
  test('both changes stand, and nobody is asked', () => {
    const { answers, overlaps, taken } = merge({ health: '2' }, { phone: '13900000008' });
    expect(answers).toMatchObject({ health: '2', phone: '13900000008' });
    expect({ overlaps, taken }).toEqual({ overlaps: [], taken: ['phone'] });
  });

  test('what only the first one changed stays, though the second sends the old answer along', () => {
    const { answers, overlaps, taken } = merge({ health: '2' }, {});
    expect(answers.health).toBe('2');
    expect({ overlaps, taken }).toEqual({ overlaps: [], taken: [] });
  });

  test('the same new answer from both is one answer', () => {
    expect(merge({ health: '2' }, { health: '2' })).toMatchObject({ overlaps: [], taken: [], different: [] });
  });

  test('several choices are the same in any order', () => {
    const insured = { insurance: ['1', '3'] };
    expect(merge({ ...insured }, { insurance: ['3', '1'] })).toMatchObject({ overlaps: [], different: [] });
  });
});

describe('two who said different things of the same question', () => {
  test('are both kept for a human, and until then the live answer stands', () => {
    const { answers, overlaps } = merge({ health: '2' }, { health: '3' });
    expect(overlaps).toEqual(['health']);
    expect(answers.health).toBe('2');
  });

  test('also when one of them says that it no longer applies', () => {
    const without = { ...base };
    delete without.unitName;
    const merged = mergeAnswers(personalForm, { base, live: { ...base, unitName: '另一家示例厂' }, late: without });
    expect(merged.overlaps).toEqual(['unitName']);
  });

  test('also when there was nothing before: a resident and an enumerator at once', () => {
    const merged = mergeAnswers(personalForm, {
      base: {},
      live: { ...base, phone: '13900000008' },
      late: { ...base, phone: '13900000009', outcome: '01', guide: '示例村支书' },
    });
    expect(merged.overlaps).toEqual(['phone']);
    expect(merged.answers).toMatchObject({ phone: '13900000008', outcome: '01', guide: '示例村支书' });
  });

  test('the choice of a human stands, field by field', () => {
    const sides = {
      base,
      live: { ...base, health: '2', marital: '10' },
      late: { ...base, health: '3', marital: '30' },
    };
    const merged = mergeAnswers(personalForm, sides);
    expect(merged.overlaps.sort()).toEqual(['health', 'marital']);
    const chosen = chosenAnswers(personalForm, sides, merged, { health: 'late', marital: 'live' });
    expect(chosen).toMatchObject({ health: '3', marital: '10' });
  });
});

describe('what is said of the collecting', () => {
  test('is the later one’s own word, and no contradiction', () => {
    const { answers, overlaps } = merge({ outcome: '02', guide: '甲' }, { outcome: '01', guide: '乙' });
    expect(overlaps).toEqual([]);
    expect(answers).toMatchObject({ outcome: '01', guide: '乙' });
  });

  test('computed answers are left to the form', () => {
    const merged = merge({ state: 'U' }, { state: 'N' });
    expect(merged.overlaps).toEqual([]);
    expect(merged.answers.state).toBeUndefined();
  });
});

test('a word that was just said and that the form would drop is not lost silently', () => {
  // One said that he retired, the other gave him a new employer: together the form asks for no employer.
  const sides = { base, live: { ...base, populationClass: '07' }, late: { ...base, unitName: '另一家示例厂' } };
  const merged = mergeAnswers(personalForm, sides);
  expect(merged.overlaps).toEqual([]);
  const kept = { ...merged.answers };
  delete kept.unitName;
  expect(lostWords(personalForm, sides, merged, kept)).toEqual(['unitName']);
  // What both only carried along may go.
  delete kept.industry;
  expect(lostWords(personalForm, sides, merged, kept)).toEqual(['unitName']);
});

describe('a list of posts', () => {
  const post = (text: string, count = 1) => ({
    name: { text },
    count,
    payFrom: 3000,
    payTo: 4000,
    validTo: '2018-06-30',
  });
  const posts = (...all: unknown[]): Answers => ({ posts: all });
  const mergePosts = (was: Answers, live: Answers, late: Answers) =>
    mergeAnswers(employerForm, { base: was, live, late });
  const was = posts(post('缝纫工'), post('保安'));

  test.each([
    [
      'one added on top by each',
      posts(post('电工'), post('缝纫工'), post('保安')),
      posts(post('厨师'), post('缝纫工'), post('保安')),
      ['电工', '缝纫工', '保安', '厨师'],
    ],
    [
      'one taken out here, one added there',
      posts(post('保安')),
      posts(post('缝纫工'), post('保安'), post('厨师')),
      ['保安', '厨师'],
    ],
    [
      'two that were changed each by another',
      posts(post('缝纫工', 5), post('保安')),
      posts(post('缝纫工'), post('保安', 3)),
      ['缝纫工', '保安'],
    ],
  ])('%s goes together', (_, live, late, names) => {
    const { answers, overlaps } = mergePosts(was, live, late);
    expect(overlaps).toEqual([]);
    expect((answers.posts as { name: { text: string } }[]).map(({ name }) => name.text)).toEqual(names);
  });

  test.each([
    [
      'the same post changed to different numbers',
      posts(post('缝纫工', 5), post('保安')),
      posts(post('缝纫工', 7), post('保安')),
    ],
    ['a post taken out here and changed there', posts(post('保安')), posts(post('缝纫工', 7), post('保安'))],
  ])('%s is for a human', (_, live, late) => {
    expect(mergePosts(was, live, late).overlaps).toEqual(['posts']);
  });

  test('two parts of one post changed by two go together', () => {
    const live = posts({ ...post('缝纫工'), payTo: 5000 }, post('保安'));
    const late = posts({ ...post('缝纫工'), count: 9 }, post('保安'));
    const [first] = mergePosts(was, live, late).answers.posts as object[];
    expect(first).toMatchObject({ count: 9, payTo: 5000 });
  });
});

/** Answers of a few fields, some of them missing. */
const some = fc.record(
  {
    health: fc.constantFrom('1', '2', '3'),
    marital: fc.constantFrom('10', '20'),
    insurance: fc.subarray(['1', '2', '3']),
    unitName: fc.constantFrom('甲厂', '乙厂'),
    ethnic: fc.constantFrom('25', '01'),
  },
  { requiredKeys: [] }
);

describe('whatever three people say', () => {
  const three = (check: (sides: { base: Answers; live: Answers; late: Answers }) => void) =>
    fc.assert(fc.property(some, some, some, (was, live, late) => check({ base: was, live, late })));

  test('a field is taken from one of them, and an overlap is one for both', () =>
    three((sides) => {
      const { answers, overlaps, taken } = mergeAnswers(personalForm, sides);
      const turned = mergeAnswers(personalForm, { ...sides, live: sides.late, late: sides.live });
      expect(overlaps).toEqual(turned.overlaps);
      for (const [key, value] of Object.entries(answers)) {
        expect([sides.live[key], sides.late[key]]).toContainEqual(value);
      }
      for (const key of taken) expect(overlaps).not.toContain(key);
    }));

  test('who changed nothing changes nothing', () =>
    three(({ base: was, live }) => {
      const { answers, overlaps, taken } = mergeAnswers(personalForm, { base: was, live, late: was });
      expect({ overlaps, taken }).toEqual({ overlaps: [], taken: [] });
      expect(mergeAnswers(personalForm, { base: live, live, late: live }).answers).toEqual(answers);
    }));
});
