import fc from 'fast-check';
import {
  type Answers,
  askedFields,
  check,
  columns,
  compare,
  draftSchema,
  normalize,
  paperCopy,
  presentFields,
  printable,
  questionPages,
  row,
  submissionSchema,
} from '@/domain/form';
import { forms, personalForm } from '@/domain/forms';
import { jobless, knowing, labourer } from './people';

const junk = fc.oneof(
  fc.constantFrom(
    '01',
    '03',
    '07',
    '09',
    '1',
    '2',
    '9',
    '99',
    'E',
    '2017-05',
    '2018-02-30',
    '522732114289',
    true,
    false,
    0,
    3500
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(fc.constantFrom('1', '9', '00'), { maxLength: 3 }),
  fc.jsonValue({ maxDepth: 2 })
);

/** Any mixture of plausible and impossible answers, under the form's own keys. */
const anyAnswers = (form: (typeof forms)['personal' | 'employer']): fc.Arbitrary<Answers> =>
  fc
    .array(fc.tuple(fc.constantFrom(...Object.keys(form.fields)), junk), { maxLength: 60 })
    .map((pairs) => Object.fromEntries(pairs));

describe.each(Object.entries(forms))('whatever the answers of the %s form', (_name, form) => {
  const contexts = [knowing(), knowing({ age: 8 }), knowing({ age: 70 }, { mode: 'visit' }), { today: '2018-02-01' }];
  const schema = submissionSchema(form);
  const draft = draftSchema(form);
  const property = (holds: (answers: Answers) => void) =>
    fc.assert(
      fc.property(anyAnswers(form), (answers) => holds(answers)),
      { numRuns: 60 }
    );

  test('nothing throws, and each finding is a sentence beside a field of the form', () => {
    property((answers) => {
      for (const ctx of contexts)
        for (const finding of check(form, answers, ctx)) {
          if (!(finding.field in form.fields) || !/[\u4e00-\u9fff].*。$/.test(finding.message))
            throw new Error(finding.message);
        }
      schema.safeParse(answers);
      draft.parse(answers);
    });
  });

  test('what is stored is stored the same again', () => {
    property((answers) => {
      for (const ctx of contexts) {
        const once = normalize(form, answers, ctx);
        expect(normalize(form, once, ctx)).toEqual(once);
      }
    });
  });

  test('only what the person’s form has is stored and asked, each question on one page', () => {
    property((answers) => {
      for (const ctx of contexts) {
        const present = new Set(presentFields(form, answers, ctx));
        const asked = askedFields(form, answers, ctx);
        const shown = questionPages(form, answers, ctx).flatMap((page) => page.fields);
        const stray = [...Object.keys(normalize(form, answers, ctx)), ...asked, ...shown].filter(
          (key) => !present.has(key)
        );
        expect(stray).toEqual([]);
        expect(asked.filter((key) => !shown.includes(key))).toEqual([]);
        expect(new Set(shown).size).toBe(shown.length);
      }
    });
  });

  test('it can be printed, exported and compared', () => {
    property((answers) => {
      const [ctx] = contexts;
      if (!ctx) return;
      const stored = normalize(form, answers, ctx);
      expect(printable(paperCopy(form, stored, ctx), form)).toContain('</html>');
      expect(row(form, stored)).toHaveLength(columns(form).length);
      expect(compare(form, stored, stored)).toEqual([]);
    });
  });
});

test('a whole form is checked well within five milliseconds', () => {
  const ctx = knowing({}, { mode: 'visit' });
  for (let warm = 0; warm < 30; warm += 1) check(personalForm, labourer, ctx);
  const times = Array.from({ length: 21 }, (_, turn) => {
    const from = performance.now();
    check(personalForm, turn % 2 ? labourer : jobless, ctx);
    return performance.now() - from;
  }).sort((one, other) => one - other);
  expect(times[10]).toBeLessThan(5);
});
