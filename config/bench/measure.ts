/** Milliseconds (or any figures) at a share of the sorted sample; 0.95 is the p95. NaN of nothing. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export interface Rate {
  perSecond: number;
  p50: number;
  p95: number;
}

/** `callers` at once, each beginning its next call when the last one is answered, for about `milliseconds`. */
export async function rate(
  callers: number,
  milliseconds: number,
  call: (turn: number) => Promise<unknown>
): Promise<Rate> {
  const took: number[] = [];
  let turn = 0;
  const begun = performance.now();
  const caller = async (): Promise<void> => {
    while (performance.now() - begun < milliseconds) {
      turn += 1;
      const start = performance.now();
      await call(turn);
      took.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const seconds = (performance.now() - begun) / 1000;
  return { perSecond: took.length / seconds, p50: percentile(took, 0.5), p95: percentile(took, 0.95) };
}

/** Milliseconds that `work` took, and its result. */
export async function timed<T>(work: () => Promise<T>): Promise<[milliseconds: number, result: T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}

/** Microseconds of one synchronous call, the median of five rounds. */
export function microseconds(call: () => unknown, calls = 5000): number {
  for (let warm = 0; warm < calls; warm += 1) call();
  const rounds = Array.from({ length: 5 }, () => {
    const start = performance.now();
    for (let turn = 0; turn < calls; turn += 1) call();
    return ((performance.now() - start) * 1000) / calls;
  });
  return percentile(rounds, 0.5);
}

/** Runs `work` and answers by how many MB the process was at most larger than before. */
export async function peakMemory<T>(work: () => Promise<T>): Promise<[megabytes: number, result: T]> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const look = (): void => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const watch = setInterval(look, 50);
  try {
    const result = await work();
    look();
    return [(peak - before) / 1e6, result];
  } finally {
    clearInterval(watch);
  }
}
