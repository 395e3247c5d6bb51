import { StartProblem } from '../store/errors';

/** What the first start makes; later starts keep what is there. */
export interface Wanted {
  /** People of the invented county. */
  people: number;
  /** The same seed gives the same county. */
  seed: number;
}

const limits = {
  people: { initial: 2_000, from: 100, to: 2_000_000 },
  seed: { initial: 522_732, from: 0, to: 4_294_967_295 },
} as const;

/**
 * Reads `--people 2000` and `--seed 1` (also `--people=2000`).
 * Errors: StartProblem 'arguments' with one sentence, for a word that is not known or a number out of bounds.
 */
export function readArguments(words: readonly string[]): Wanted {
  const wanted: Wanted = { people: limits.people.initial, seed: limits.seed.initial };
  const left = words.flatMap((word) => word.split(/(?<=^--\w+)=/));
  while (left.length > 0) {
    const word = left.shift();
    const name = (Object.keys(limits) as (keyof typeof limits)[]).find((known) => word === `--${known}`);
    if (name === undefined) {
      throw new StartProblem(
        'arguments',
        `不认识“${word}”：只能用 --people 人数 和 --seed 种子，例如 npm start -- --people 2000。`
      );
    }
    wanted[name] = numberAfter(name, left.shift());
  }
  return wanted;
}

function numberAfter(name: keyof typeof limits, text: string | undefined): number {
  const { from, to } = limits[name];
  const value = /^\d{1,10}$/.test(text ?? '') ? Number(text) : Number.NaN;
  if (value >= from && value <= to) return value;
  throw new StartProblem('arguments', `--${name} 后面要写 ${from} 到 ${to} 之间的整数。`);
}
