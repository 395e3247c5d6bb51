import { ageOn, birthdayOfAge, isCalendarDate } from '@/domain/identity';

test.each([
  ['2018-02-28', true],
  ['2018-02-29', false],
  ['2016-02-29', true],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2018-04-31', false],
  ['2018-00-10', false],
  ['2018-1-1', false],
  ['', false],
])('%s is a date: %p', (date, right) => {
  expect(isCalendarDate(date)).toBe(right);
});

test.each([
  ['2002-01-15', '2018-01-14', 15],
  ['2002-01-15', '2018-01-15', 16],
  ['2002-01-16', '2018-01-15', 15],
  ['2000-02-29', '2016-02-28', 15],
  ['2000-02-29', '2016-02-29', 16],
  ['2000-02-29', '2018-02-28', 17],
  ['2000-02-29', '2018-03-01', 18],
  ['2018-01-15', '2018-01-15', 0],
])('born %s, on %s is %i', (birthDate, today, age) => {
  expect(ageOn(birthDate, today)).toBe(age);
});

test('the day a child turns sixteen is due exactly when the age says so', () => {
  for (const birthDate of ['2000-02-29', '2001-12-31', '2002-01-01']) {
    const day = birthdayOfAge(birthDate, 16);
    expect(ageOn(birthDate, day)).toBe(16);
  }
  expect(birthdayOfAge('2000-02-29', 18)).toBe('2018-03-01');
});
