/** A moment of the platform's timers: seven fields, second minute hour day month weekday year, in Asia/Shanghai (+8). */
type Field = ReadonlySet<number> | 'any';

const bounds = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
  [1970, 2099],
] as const;

/**
 * Whether a timer is due in the second of `at`. Understands `*`, numbers, lists, ranges and steps.
 * Throws when the expression is not one: it is our own, so this is a mistake of ours.
 */
export function isDue(cron: string, at: Date): boolean {
  const china = new Date(at.getTime() + 8 * 3_600_000);
  const now = [
    china.getUTCSeconds(),
    china.getUTCMinutes(),
    china.getUTCHours(),
    china.getUTCDate(),
    china.getUTCMonth() + 1,
    china.getUTCDay(),
    china.getUTCFullYear(),
  ];
  return parse(cron).every((field, place) => field === 'any' || field.has(now[place] ?? -1));
}

function parse(cron: string): Field[] {
  const words = cron.trim().split(/\s+/);
  if (words.length !== bounds.length) throw new Error(`timer «${cron}» has not seven fields`);
  return words.map((word, place) => field(word, bounds[place] ?? [0, 0]));
}

function field(word: string, [low, high]: readonly [number, number]): Field {
  if (word === '*') return 'any';
  const values = word.split(',').flatMap((part) => {
    const [, from, to, step] = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part) ?? [];
    if (from === undefined) throw new Error(`timer field «${word}» is not understood`);
    const start = from === '*' ? low : Number(from);
    const end = to !== undefined ? Number(to) : from === '*' || step !== undefined ? high : start;
    if (start < low || end > high || start > end) throw new Error(`timer field «${word}» is out of bounds`);
    return range(start, end, Number(step ?? 1));
  });
  return new Set(values);
}

const range = (start: number, end: number, step: number): number[] =>
  Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => start + index * step);
