/** An instant in a table: 2018-01-05 14:20 (UTC+8); shorter than words, sorts as text. */
export const momentInTable = (instant: string | null): string =>
  instant === null ? '' : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
