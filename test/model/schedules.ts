import * as fc from 'fast-check';
import { edition } from '../support/county/people';
import { testClock, testServices } from '../support/county/services';
import { emptyStore, openFromTemplate } from '../support/template';
import { beginPlay } from './county/play';
import type { Sabotage } from './county/sabotage';
import { seedWorlds, type World } from './county/world';
import { heal } from './people/heal';
import { perform } from './people/perform';
import { brokenPromises, type Chain, endings } from './promises/promises';
import { type Step, schedule } from './schedule/step';
import { words } from './schedule/words';

/** A county in which schedules are played one after another; `play` answers the promises that one of them broke. */
export interface Stage {
  play(steps: readonly Step[]): Promise<string[]>;
  /** How often entries ended in which way, over all that was played. */
  endings: Map<string, number>;
  close(): Promise<void>;
}

export async function openStage(sabotage: Sabotage = {}): Promise<Stage> {
  const opened = await openFromTemplate();
  const clock = testClock(begin);
  const { services } = testServices(opened.store, clock);
  services.county.divisionEdition = edition;
  let left: World[] = [];
  const counted = new Map<string, number>();
  let chain: Chain = { head: undefined };
  return {
    async play(steps) {
      clock.set(begin);
      let world = left.shift();
      if (world === undefined) {
        await emptyStore(opened);
        chain = { head: undefined };
        left = await seedWorlds(services);
        world = left.shift();
      }
      if (world === undefined) throw new Error('the county has no villages');
      const play = await beginPlay(world, { services, clock }, sabotage);
      for (const step of steps) await perform(play, step);
      const stuck = await heal(play);
      for (const ending of endings(play)) counted.set(ending, (counted.get(ending) ?? 0) + 1);
      return brokenPromises(play, stuck, chain);
    },
    endings: counted,
    close: () => opened.store.close(),
  };
}

const shrinkingTime = 30_000;
const begin = '2018-02-01T02:00:00Z';

export interface Failure {
  seed: number;
  path: string;
  steps: string[];
  broken: string[];
}

export interface Outcome {
  ran: number;
  failures: Failure[];
}

interface Wanted {
  runs: number;
  seed: number;
  /** Where in the runs of the seed to begin: one schedule that failed. */
  path?: string;
  /** After so many failures it is enough. */
  most?: number;
  /** Whether a failing schedule is made small. */
  shrink?: boolean;
  told?: (ran: number) => void;
}

/** Plays so many schedules; one that fails is made as small as it can be, and the rest goes on with the next seed. */
export async function playSchedules(
  stage: Stage,
  { runs, seed, path, most = 5, shrink = true, told }: Wanted
): Promise<Outcome> {
  const outcome: Outcome = { ran: 0, failures: [] };
  let next = seed;
  while (outcome.ran < runs && outcome.failures.length < most) {
    let last: { steps: readonly Step[]; broken: string[] } = { steps: [], broken: [] };
    let since: number | undefined;
    const property = fc.asyncProperty(schedule, async (steps) => {
      // Smaller still is not worth more than this: what was smallest so far is told.
      if (since !== undefined && Date.now() - since > shrinkingTime) return true;
      const broken = await stage.play(steps).catch((error: unknown) => [surprise(error)]);
      if (broken.length > 0) {
        last = { steps, broken };
        since ??= Date.now();
      } else if (since === undefined) told?.(outcome.ran);
      return broken.length === 0;
    });
    // A schedule that throws is a broken promise too, and is made small like any other.
    const details = await fc.check(property, {
      seed: next,
      numRuns: path === undefined ? runs - outcome.ran : 1,
      ...(path === undefined ? {} : { path }),
      endOnFailure: !shrink,
    });
    outcome.ran += details.numRuns;
    if (!details.failed) break;
    outcome.failures.push({
      seed: details.seed,
      path: details.counterexamplePath ?? '',
      steps: last.steps.map(words),
      broken: last.broken,
    });
    next += 1;
  }
  return outcome;
}

const surprise = (error: unknown): string => `it threw ${error instanceof Error ? error.stack : String(error)}`;
