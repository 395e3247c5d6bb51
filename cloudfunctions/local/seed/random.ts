/** A stream of numbers that the same words always give again (sfc32 seeded by a string hash). */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight; weights need not add up to anything. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
}

export function randomFrom(words: string): Random {
  let [a, b, c, d] = [hash(words, 1), hash(words, 2), hash(words, 3), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warming = 0; warming < 12; warming += 1) next();
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted: <T>(items: readonly (readonly [item: T, weight: number])[]): T => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return pick(items)[0];
    },
  };
}

/** FNV-1a with a salt. */
function hash(words: string, salt: number): number {
  let value = 2_166_136_261 ^ salt;
  for (let place = 0; place < words.length; place += 1) {
    value = Math.imul(value ^ words.charCodeAt(place), 16_777_619);
  }
  return value | 0;
}
