import { isDue } from '../../../cloudfunctions/local/schedule';
import { startTimers } from '../../../cloudfunctions/local/timers';
import { timers } from '../../../config/timers';

describe('a timer of seven fields, in China', () => {
  it.each([
    ['0 30 2 * * * *', '2018-02-01T02:30:00+08:00', true],
    ['0 30 2 * * * *', '2018-02-01T02:30:01+08:00', false],
    ['0 30 2 * * * *', '2018-02-01T02:30:00Z', false],
    ['0 0 9,15 * * * *', '2018-02-01T15:00:00+08:00', true],
    ['0 0 8-20/4 * * * *', '2018-02-01T16:00:00+08:00', true],
    ['0 0 8-20/4 * * * *', '2018-02-01T18:00:00+08:00', false],
    ['*/2 * * * * * *', '2018-02-01T18:00:04+08:00', true],
    ['*/2 * * * * * *', '2018-02-01T18:00:05+08:00', false],
    ['0 0 0 1 1 * 2018', '2018-01-01T00:00:00+08:00', true],
    ['0 0 0 1 1 * 2019', '2018-01-01T00:00:00+08:00', false],
    ['0 0 8 * * 1 *', '2018-01-01T08:00:00+08:00', true],
  ])('%s at %s: %s', (cron, at, due) => {
    expect(isDue(cron, new Date(at))).toBe(due);
  });

  it.each(['0 30 2 * * *', '0 60 2 * * * *', '0 x 2 * * * *', '0 5-1 2 * * * *'])('%s is not one', (cron) => {
    expect(() => isDue(cron, new Date())).toThrow();
  });

  it.each(timers.map(({ name, cron }) => [name, cron]))('the product’s own %s can be read', (_name, cron) => {
    expect(() => isDue(cron, new Date())).not.toThrow();
  });
});

describe('the timers of the local cloud', () => {
  const nightly = { function: 'jobs', name: 'nightly', cron: '0 30 2 * * * *', does: 'checks' } as const;
  const workOn = { function: 'jobs', name: 'workOn', cron: '0 * * * * * *', does: 'works' } as const;
  beforeEach(() => jest.useFakeTimers({ now: Date.parse('2018-02-01T02:29:58+08:00') }));
  afterEach(() => jest.useRealTimers());
  const now = () => new Date();

  it('fire in their second, once, also when the machine was busy over it', async () => {
    const fired: string[] = [];
    const stop = startTimers({
      timers: [nightly, workOn],
      now,
      fire: async (timer, at) => {
        if (timer.name !== 'workOn') fired.push(`${timer.name} ${at.toISOString()}`);
      },
    });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(fired).toEqual([]);
    jest.setSystemTime(Date.parse('2018-02-01T02:30:20+08:00'));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(fired).toEqual(['nightly 2018-01-31T18:30:00.000Z']);
    await stop();
  });

  it('are not started again while they run, and stopping waits for them', async () => {
    const finish: (() => void)[] = [];
    const stop = startTimers({
      timers: [nightly, workOn],
      now,
      fire: () =>
        new Promise((resolve) => {
          finish.push(resolve);
        }),
    });
    await jest.advanceTimersByTimeAsync(30_000);
    expect(finish).toHaveLength(2); // workOn and, at half past two, the nightly one.
    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
    });
    await jest.advanceTimersByTimeAsync(5_000);
    expect([finish.length, stopped]).toEqual([2, false]);
    for (const end of finish) end();
    await stopping;
    expect(stopped).toBe(true);
  });
});
