import type { Timer } from '../../config/timers';
import { isDue } from './schedule';

interface Ticking {
  timers: readonly Timer[];
  /** Does the work of one timer; never rejects. */
  fire(timer: Timer, at: Date): Promise<void>;
  now(): Date;
}

/** Long work waits for nobody here: the platform looks once a minute, this machine every two seconds. */
const eager: Readonly<Record<string, string>> = { workOn: '*/2 * * * * * *' };

/** Seconds that are made up for after the machine was busy or asleep. */
const longestGap = 120;

/**
 * Plays the platform's timers: each is fired in the seconds its expression names, unless it still runs from before.
 * Answers the function that stops them and waits for what still runs.
 */
export function startTimers({ timers, fire, now }: Ticking): () => Promise<void> {
  const running = new Map<string, Promise<unknown>>();
  let looked = secondOf(now());
  const look = (): void => {
    const until = secondOf(now());
    for (let second = Math.max(looked + 1, until - longestGap); second <= until; second += 1) {
      const at = new Date(second * 1000);
      for (const timer of timers) {
        if (running.has(timer.name) || !isDue(eager[timer.name] ?? timer.cron, at)) continue;
        const work = fire(timer, at).finally(() => running.delete(timer.name));
        running.set(timer.name, work);
      }
    }
    looked = until;
  };
  const ticking = setInterval(look, 500);
  return async () => {
    clearInterval(ticking);
    await Promise.allSettled(running.values());
  };
}

const secondOf = (at: Date): number => Math.floor(at.getTime() / 1000);
