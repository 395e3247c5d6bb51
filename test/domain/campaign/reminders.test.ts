import fc from 'fast-check';
import {
  isQuiet,
  mayRemind,
  nextRung,
  type PastReminder,
  type ReminderCase,
  type Rung,
  rungs,
  startingSettings,
} from '@/domain/campaign';

const at = (day: number, hour: number): Date => new Date(Date.UTC(2018, 0, day) + (hour - 8) * 3_600_000);
const sent = (rung: Rung, when: Date, delivered = true): PastReminder => ({ rung, at: when, delivered });
const person = (change: Partial<ReminderCase>): ReminderCase => ({
  state: 'due',
  refused: false,
  hasWechat: true,
  hasPhone: true,
  history: [],
  ...change,
});

describe('who may be reminded now', () => {
  test.each([
    ['for the first time', person({}), 'wechat'],
    ['who has no WeChat', person({ hasWechat: false }), 'phone'],
    ['who has neither', person({ hasWechat: false, hasPhone: false }), 'cadre'],
    ['whose household asked for a visit', person({ wantsVisit: true }), 'visit'],
    ['whose record came back', person({ state: 'returned' }), 'wechat'],
    ['three days after WeChat', person({ history: [sent('wechat', at(7, 10))] }), 'phone'],
    ['at once when WeChat took no message', person({ history: [sent('wechat', at(10, 9), false)] }), 'phone'],
    ['after WeChat and a call', person({ history: [sent('wechat', at(1, 10)), sent('phone', at(5, 10))] }), 'cadre'],
    ['without a number, after WeChat', person({ hasPhone: false, history: [sent('wechat', at(5, 10))] }), 'cadre'],
  ])('somebody %s, by %s', (_, who, next) => {
    expect(mayRemind(who, at(10, 10))).toEqual({ may: true, next });
  });
});

describe('who may not', () => {
  const four = [sent('wechat', at(1, 9)), sent('phone', at(2, 9)), sent('cadre', at(3, 9)), sent('visit', at(4, 9))];
  test.each([
    ['who has answered', person({ state: 'collected' }), 10, 'done', null],
    ['who is closed', person({ state: 'closed' }), 10, 'done', null],
    ['who refused, even with nothing sent', person({ refused: true }), 10, 'refused', null],
    ['reminded four times', person({ history: four }), 10, 'often', null],
    ['reminded two days ago', person({ history: [sent('wechat', at(8, 10))] }), 10, 'soon', at(11, 10)],
    [
      'reminded three days ago less a minute',
      person({ history: [sent('wechat', new Date(at(7, 10).getTime() + 60_000))] }),
      10,
      'soon',
      at(10, 11),
    ],
    ['at nine in the evening', person({}), 21, 'quiet', at(11, 8)],
    ['at midnight', person({}), 24, 'quiet', at(11, 8)],
    ['before eight', person({}), 7.9, 'quiet', at(10, 8)],
  ])('somebody %s', (_, who, hour, reason, from) => {
    const answer = mayRemind(who, at(10, hour));
    expect(answer).toMatchObject({ may: false, reason, from });
    if (!answer.may) expect(answer.sentence).toMatch(/。$/);
  });

  test('the sentence says when, in full hours', () => {
    const answer = mayRemind(person({ history: [sent('wechat', at(8, 20.5))] }), at(10, 10));
    expect(answer).toMatchObject({ sentence: '3天内已提醒过，1月12日8时以后可以再提醒。', from: at(12, 8) });
  });
});

test.each([
  [20.99, false],
  [21, true],
  [23.99, true],
  [0, true],
  [7.99, true],
  [8, false],
])('at %p hours quiet is %p', (hour, quiet) => {
  expect(isQuiet(at(10, hour))).toBe(quiet);
});

const anyHistory = fc.array(
  fc.record({
    rung: fc.constantFrom(...rungs),
    at: fc.integer({ min: 0, max: 20 * 24 }).map((hours) => at(1, hours)),
    delivered: fc.boolean(),
  }),
  { maxLength: 6 }
);
const anyCase = fc.record({
  state: fc.constantFrom('due' as const, 'returned' as const),
  refused: fc.constant(false),
  hasWechat: fc.boolean(),
  hasPhone: fc.boolean(),
  history: anyHistory,
});

test('whatever happened before: never within three days, never a fifth time, never at night', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 0, max: 25 * 24 * 60 }), (who, minutes) => {
      const now = new Date(at(1, 0).getTime() + minutes * 60_000);
      if (!mayRemind(who, now).may) return;
      const reached = who.history.filter(({ delivered }) => delivered);
      expect(reached.length).toBeLessThan(startingSettings.reminders.most);
      for (const past of reached) expect(now.getTime() - past.at.getTime()).toBeGreaterThanOrEqual(3 * 86_400_000);
      expect(isQuiet(now)).toBe(false);
    })
  );
});

test('who is told to wait may be reminded at the moment he was told', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 0, max: 25 * 24 * 60 }), (who, minutes) => {
      const answer = mayRemind(who, new Date(at(1, 0).getTime() + minutes * 60_000));
      if (answer.may || answer.from === null) return;
      expect(mayRemind(who, answer.from).may).toBe(true);
    })
  );
});

test('the ladder only climbs, and never to WeChat or a call that cannot reach', () => {
  fc.assert(
    fc.property(anyCase, (who) => {
      const next = nextRung(who);
      for (const past of who.history)
        expect(rungs.indexOf(next)).toBeGreaterThanOrEqual(Math.min(3, rungs.indexOf(past.rung)));
      if (!who.hasWechat) expect(next).not.toBe('wechat');
      if (!who.hasPhone) expect(next).not.toBe('phone');
    })
  );
});
