/** A form left open over lunch is not an hour's work: no page counts for more than this. */
const longestPage = 300_000;

/** What stands beside the times and is none: changed answers, how far the clock was off, what it was merged from. */
const besides: readonly string[] = ['edits', 'clockSeconds', 'mergedFrom'];

/**
 * Seconds at the form from what the phone measured: milliseconds by page; texts are no times.
 * null when nothing was measured.
 */
export function secondsAtForm(paradata: Readonly<Record<string, unknown>>): number | null {
  const times = Object.entries(paradata).flatMap(([page, time]) =>
    !besides.includes(page) && typeof time === 'number' && time >= 0 ? [Math.min(time, longestPage)] : []
  );
  return times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) / 1000;
}
