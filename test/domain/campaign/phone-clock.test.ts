import { clockFinding, corrected, type PhoneMoment } from '@/domain/campaign/phone-clock';

const now = new Date('2018-02-01T10:00:00Z');
const hour = 3_600_000;
const moment = (wall: string, monotonic: number, boot = 'one'): PhoneMoment => ({
  wall: new Date(wall),
  monotonic,
  boot,
});

describe('when something was done on a phone', () => {
  test.each([
    ['its clock was right', moment('2018-02-01T08:00:00Z', 0), moment('2018-02-01T10:00:00Z', 2 * hour), undefined],
    [
      'the way through the network takes half a minute',
      moment('2018-02-01T08:00:00Z', 0),
      moment('2018-02-01T09:59:30Z', 2 * hour - 30_000),
      undefined,
    ],
    [
      'its clock was an hour behind all day',
      moment('2018-02-01T07:00:00Z', 0),
      moment('2018-02-01T09:00:00Z', 2 * hour),
      { seconds: 3600, by: 'monotonic' },
    ],
    [
      'its clock was put right before it was sent',
      moment('2018-02-01T05:00:00Z', 0),
      moment('2018-02-01T10:00:00Z', 2 * hour),
      { seconds: 10_800, by: 'monotonic' },
    ],
    [
      'its clock was set back afterwards',
      moment('2018-02-01T08:00:00Z', 0),
      moment('2018-01-31T10:00:00Z', 2 * hour),
      undefined,
    ],
    [
      'it was started anew and is a day ahead',
      moment('2018-02-02T08:00:00Z', 9 * hour),
      moment('2018-02-02T10:00:00Z', hour, 'two'),
      { seconds: -86_400, by: 'wall' },
    ],
    [
      'it was started anew and is right',
      moment('2018-02-01T08:00:00Z', 9 * hour),
      moment('2018-02-01T10:00:00Z', hour, 'two'),
      undefined,
    ],
  ] as const)('%s', (_, done, sent, expected) => {
    expect(clockFinding(done, sent, now)).toEqual(expected);
  });

  test('nothing was done after it arrived', () => {
    expect(corrected(new Date('2018-02-01T11:00:00Z'), undefined, now)).toEqual(now);
    expect(corrected(new Date('2018-02-01T07:00:00Z'), { seconds: 3600, by: 'monotonic' }, now).toISOString()).toBe(
      '2018-02-01T08:00:00.000Z'
    );
  });
});
