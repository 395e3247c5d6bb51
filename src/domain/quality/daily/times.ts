/** A form left open over lunch is not an hour's work: no page counts for more than this. */
const longestPage = 300_000;

/**
 * Seconds at the form from what the phone measured: milliseconds by page; `edits` and texts are no times.
 * null when nothing was measured.
 */
export function secondsAtForm(paradata: Readonly<Record<string, unknown>>): number | null {
  const times = Object.entries(paradata).flatMap(([page, time]) =>
    page !== 'edits' && typeof time === 'number' && time >= 0 ? [Math.min(time, longestPage)] : []
  );
  return times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) / 1000;
}
