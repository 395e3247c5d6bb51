import { looksLike } from './content';
import { allRegisterFields, type RegisterField, type RegisterMapping, registerFields } from './fields';
import { headerScore } from './headers';

export interface Guess {
  mapping: RegisterMapping;
  /** Fields for which several columns are equally likely: a person chooses. */
  unclear: { field: RegisterField; columns: number[] }[];
}

interface Candidate {
  field: RegisterField;
  column: number;
  score: number;
}

/**
 * Which column holds what, by its header and by what stands in it. The likeliest pair is taken first; a header whose
 * content contradicts it loses to one whose content agrees.
 */
export function guessColumns(headers: readonly string[], samples: readonly (readonly string[])[]): Guess {
  const contents = headers.map((_, column) =>
    samples.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
  );
  const candidates = allRegisterFields.flatMap((field) =>
    headers.flatMap((header, column): Candidate[] => {
      const cells = contents[column] ?? [];
      const score = pairScore(headerScore(header, field), looksLike(field, cells), cells.length >= enough);
      return score > 0 ? [{ field, column, score }] : [];
    })
  );
  const guess: Guess = { mapping: {}, unclear: [] };
  const taken = new Set<number>();
  for (const { field, column, score } of candidates.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (taken.has(column) || guess.mapping[field] !== undefined || guess.unclear.some((one) => one.field === field))
      continue;
    const rivals = candidates.filter(
      (other) => other.field === field && other.score === score && score >= sure && !taken.has(other.column)
    );
    if (rivals.length > 1) guess.unclear.push({ field, columns: rivals.map((rival) => rival.column) });
    else guess.mapping[field] = column;
    for (const rival of rivals.length > 1 ? rivals : [{ column }]) taken.add(rival.column);
  }
  return guess;
}

/** A header alone or content alone is believed less than both together. */
const sure = 100;

/** Fewer cells than that may all be exceptions. */
const enough = 3;

function pairScore(header: number, content: number | undefined, telling: boolean): number {
  if (content === undefined) return header >= 45 ? header : 0;
  if (header > 0 && content < 0.1) return telling ? 0 : header;
  if (header > 0) return content >= 0.3 ? header + content * 40 : header - 60;
  return content >= 0.8 ? 30 + content * 10 : 0;
}

/** What a person should know about a guess, as one sentence; undefined when it is clear. */
export function guessDoubt({ unclear }: Guess): string | undefined {
  const [first] = unclear;
  if (first === undefined) return undefined;
  const columns = first.columns.map((column) => column + 1).join('、');
  return `“${registerFields[first.field].label}”有 ${first.columns.length} 列（第 ${columns} 列）表头相同，请选定用哪一列。`;
}
