import {
  attemptDays,
  type ClosingRequest,
  type ContactOutcome,
  isContactOutcome,
  mayClose,
  outcomeFits,
  outcomes,
} from '@/domain/campaign';
import { codeList } from '@/domain/codes';

const at = (day: number, hour = 10): Date => new Date(Date.UTC(2018, 0, day) + (hour - 8) * 3_600_000);
const now = at(20);
const contact = (outcome: ContactOutcome, day: number, hour = 10) => ({ outcome, at: at(day, hour) });

test('every outcome of the code list has a meaning and says what is next', () => {
  expect(Object.keys(outcomes).sort()).toEqual(
    codeList('contact_outcome')
      .items.map(({ code }) => code)
      .sort()
  );
  for (const { next } of Object.values(outcomes)) expect(next).toMatch(/。$/);
  expect(isContactOutcome('16')).toBe(true);
  expect(isContactOutcome('99')).toBe(false);
  expect(isContactOutcome('toString')).toBe(false);
});

test.each([
  ['11', 'visit', true],
  ['11', 'phone', false],
  ['12', 'visit', false],
  ['04', 'visit', false],
  ['16', 'visit', true],
  ['16', 'phone', true],
] as const)('%s by %s: %p', (outcome, channel, fits) => {
  expect(outcomeFits(outcome, channel)).toBe(fits);
});

describe('closing somebody who cannot be asked', () => {
  const request = (change: Partial<ClosingRequest>): ClosingRequest => ({
    populationClass: '13',
    contacts: [],
    now,
    ...change,
  });
  const threeDays = [contact('11', 5), contact('14', 8), contact('13', 12)];

  test.each([
    ['dead, with month and witness', request({ populationClass: '09', since: '2016-05', witness: '韦村长' })],
    ['missing, with month and witness', request({ populationClass: '10', since: '2018-01', witness: '韦村长' })],
    ['moved, with reason and witness', request({ populationClass: '11', reason: '迁往独山', witness: '韦村长' })],
    ['no such person', request({ populationClass: '12', reason: '与另一人重号', witness: '韦村长' })],
    ['lost, tried on three days', request({ reason: '全家外出多年', contacts: threeDays })],
    [
      'refused, tried on three days',
      request({
        populationClass: '14',
        reason: '本人拒绝',
        contacts: [contact('16', 5), contact('11', 8), contact('16', 12)],
      }),
    ],
  ])('%s: may', (_, asked) => {
    expect(mayClose(asked)).toMatchObject({ may: true });
  });

  test.each([
    ['dead without a month', request({ populationClass: '09', witness: '韦村长' }), 'since'],
    ['dead next month', request({ populationClass: '09', since: '2018-02', witness: '韦村长' }), 'since'],
    ['dead in month 13', request({ populationClass: '09', since: '2017-13', witness: '韦村长' }), 'since'],
    ['dead without a witness', request({ populationClass: '09', since: '2017-12', witness: ' ' }), 'witness'],
    ['moved without a reason', request({ populationClass: '11', witness: '韦村长' }), 'reason'],
    ['lost without a try', request({ reason: '失联' }), 'attempts'],
    [
      'lost, three tries on two days',
      request({ reason: '失联', contacts: [contact('11', 5, 9), contact('11', 5, 18), contact('14', 8)] }),
      'attempts',
    ],
    [
      'lost, one try in the future',
      request({ reason: '失联', contacts: [...threeDays.slice(0, 2), contact('11', 25)] }),
      'attempts',
    ],
    [
      'lost, but an appointment was made',
      request({ reason: '失联', contacts: [...threeDays.slice(0, 2), contact('18', 12)] }),
      'attempts',
    ],
    [
      'refused, though nobody ever said no',
      request({ populationClass: '14', reason: '拒绝', contacts: threeDays }),
      'refusal',
    ],
  ] as const)('%s: not yet', (_, asked, missing) => {
    const answer = mayClose(asked);
    expect(answer).toMatchObject({ may: false, missing });
    if (!answer.may) expect(answer.sentence).toMatch(/。$/);
  });

  test('a day is a day in China: 23:30 and 00:30 are two', () => {
    expect(attemptDays([contact('11', 5, 23.5), contact('11', 6, 0.5)], now)).toBe(2);
    expect(attemptDays([contact('11', 5, 0.5), contact('11', 5, 23.5)], now)).toBe(1);
  });
});
