import { blocking, check, presentFields } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { divisionBook } from '../../../cloudfunctions/collect/division-book';
import { generateCounty, inventAnswers } from '../../../cloudfunctions/local/seed';

const wish = { people: 900, seed: 7, today: '2018-01-15', edition: '2018-10-31' } as const;
const modes = ['visit', 'self', 'phone'] as const;
const everyone = [...generateCounty(wish).batches()].flat().flatMap((household) =>
  household.members.map((person, place) => ({
    person,
    ...inventAnswers({
      person,
      household,
      seed: 7,
      today: wish.today,
      mode: modes[place % 3] ?? 'visit',
      cadre: '韦支书',
      cadrePhone: '15490000001',
      divisions: divisionBook,
    }),
  }))
);

describe('what invented people answer', () => {
  test('could be sent as it is: the form finds nothing that blocks', () => {
    for (const { answers, context, person } of everyone) {
      const left = blocking(check(personalForm, answers, { ...context, sending: true }), {});
      expect({ person: person.personId, left }).toEqual({ person: person.personId, left: [] });
    }
  });

  test('holds only what their class is asked', () => {
    for (const { answers, context } of everyone) {
      const present = new Set(presentFields(personalForm, answers, context));
      for (const field of Object.keys(answers)) expect(present).toContain(field);
    }
  });

  test('makes a county one believes: most of working age work, a few look for work, children and elders are themselves', () => {
    const count = (hold: (one: (typeof everyone)[number]) => boolean): number => everyone.filter(hold).length;
    const employed = count(({ answers }) => answers.state === 'E');
    const unemployed = count(({ answers }) => answers.state === 'U');
    expect(employed).toBeGreaterThan(everyone.length * 0.35);
    expect(unemployed).toBeGreaterThan(0);
    expect(unemployed / (employed + unemployed)).toBeLessThan(0.12);
    for (const code of ['01', '02', '03', '07', '08']) {
      expect(count(({ answers }) => answers.populationClass === code)).toBeGreaterThan(0);
    }
    expect(count(({ answers }) => answers.placeClass === '4')).toBeGreaterThan(100);
  });

  test('is the same again', () => {
    const again = generateCounty(wish).batches().next().value?.[0];
    if (!again?.members[0]) throw new Error('no household');
    const first = inventAnswers({
      person: again.members[0],
      household: again,
      seed: 7,
      today: wish.today,
      mode: 'visit',
      cadre: '韦支书',
      cadrePhone: '15490000001',
      divisions: divisionBook,
    });
    expect(first.answers).toEqual(everyone[0]?.answers);
  });
});
