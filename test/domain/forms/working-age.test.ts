import { check } from '@/domain/form';
import { personalForm, workingAgeOn, workingAges } from '@/domain/forms';
import { idOf, registered } from './people';

test.each([
  ['2017-12-28', 60, 55],
  ['2025-01-01', 60, 55],
  ['2029-01-01', 61, 56],
  ['2036-12-31', 62, 57],
  ['2040-01-01', 63, 58],
  ['2000-01-01', 60, 55],
])('on %s men are of working age up to %i, women up to %i', (day, oldestMan, oldestWoman) => {
  expect(workingAgeOn(day)).toMatchObject({ youngest: 16, oldestMan, oldestWoman });
});

test('the lines are in order of their dates', () => {
  expect(workingAges.map((line) => line.from)).toEqual([...workingAges.map((line) => line.from)].sort());
});

test('a county’s own line holds from its day on', () => {
  const ages = [
    { from: '2013-01-01', youngest: 16, oldestMan: 60, oldestWoman: 55 },
    { from: '2018-02-01', youngest: 16, oldestMan: 60, oldestWoman: 50 },
  ];
  const woman = { register: registered({ born: '1966-06-01', sex: '2' }), workingAge: ages };
  const asked = (today: string) =>
    check(personalForm, { populationClass: '03', idNo: idOf('1966-06-01', '2') }, { today, ...woman }).some(
      (one) => one.rule === 'W6'
    );
  expect([asked('2018-01-31'), asked('2018-02-01')]).toEqual([false, true]);
});

test('age counts by the calendar, not by days of a year', () => {
  const retired = (today: string) =>
    check(personalForm, { populationClass: '03' }, { today, register: registered({ born: '1957-02-02' }) }).some(
      (one) => one.rule === 'W6'
    );
  expect([retired('2018-02-01'), retired('2018-02-02')]).toEqual([false, true]);
});
