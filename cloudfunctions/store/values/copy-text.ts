import type { CopyRows } from '../port';
import { hexText, parameter } from './parameters';

/** Rows as the text format of COPY … FROM STDIN. */
export function copyText(rows: CopyRows): string {
  let text = '';
  for (const row of rows) {
    for (let column = 0; column < row.length; column += 1) {
      if (column > 0) text += '\t';
      text += copyValue(row[column]);
    }
    text += '\n';
  }
  return text;
}

/** The COPY statement for those columns. Names are ours, quoted all the same. */
export function copyInto(table: string, columns: readonly string[]): string {
  return `COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`;
}

/** Both shapes a caller may hand over, as batches. */
export async function* batches(rows: CopyRows | AsyncIterable<CopyRows>): AsyncGenerator<CopyRows> {
  if (Symbol.asyncIterator in rows) {
    yield* rows;
    return;
  }
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH);
}

/** Keeps one encoded batch of wide rows near a megabyte. */
const BATCH = 1000;

function copyValue(value: unknown): string {
  const ready = parameter(value);
  if (ready === null) return '\\N';
  const text = typeof ready === 'string' ? ready : hexText(ready);
  return NEEDS_ESCAPE.test(text) ? text.replace(ESCAPED, (sign) => SIGNS[sign] ?? sign) : text;
}

const NEEDS_ESCAPE = /[\\\t\n\r]/;
const ESCAPED = /[\\\t\n\r]/g;
const SIGNS: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
