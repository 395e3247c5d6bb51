import { parse } from 'csv-parse/sync';
import { mostNamed } from '@/domain/register/headers';
import { fileProblem } from './faults';
import { type DecodeLimits, decodeLimits, type Row, type RowPiece, type Source, type Table } from './source';
import { type Encoding, textBlocks } from './text';

/** A text file as a table. `bytes` is the size of the file when it is known. Errors: import.file. */
export async function openCsv(source: Source, bytes: number | null, limits = decodeLimits): Promise<Table> {
  let encoding: Encoding = 'UTF-8';
  const remember = (chosen: Encoding): void => {
    encoding = chosen;
  };
  let first = '';
  for await (const block of textBlocks(source.read(), limits, remember)) {
    first = block.text;
    if (first.trim() !== '') break;
  }
  const delimiter = delimiterOf(first);
  return {
    format: 'csv',
    get encoding() {
      return encoding;
    },
    sheet: '',
    sheets: [],
    rows: () => csvRows(source, delimiter, bytes, limits, remember),
    close: () => Promise.resolve(),
  };
}

async function* csvRows(
  source: Source,
  delimiter: string,
  bytes: number | null,
  limits: DecodeLimits,
  chosen: (encoding: Encoding) => void
): AsyncIterable<RowPiece> {
  let open = { text: '', firstLine: 1 };
  const part = (read: number) => (bytes === null || bytes === 0 ? null : Math.min(1, read / bytes));
  for await (const block of textBlocks(source.read(), limits, chosen)) {
    const stretch = open.text === '' ? block : { ...open, text: open.text + block.text };
    if (!isBalanced(stretch.text)) {
      if (stretch.text.length > limits.lineLength) throw fileProblem('openQuote', { line: openQuoteLine(stretch) });
      open = stretch;
      continue;
    }
    open = { text: '', firstLine: 1 };
    yield { ...rowsOf(stretch, delimiter, limits), part: part(block.bytes) };
  }
  if (open.text !== '') throw fileProblem('openQuote', { line: openQuoteLine(open) });
}

interface Stretch {
  text: string;
  firstLine: number;
}

/** Text with quotes goes to the library; text without any is nothing but cells and line ends, eight times faster to cut. */
function rowsOf(stretch: Stretch, delimiter: string, limits: DecodeLimits): Omit<RowPiece, 'part'> {
  const all = stretch.text.includes('"') ? quoted(stretch, delimiter) : plain(stretch, delimiter);
  const rows = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const wide = rows.find(({ cells }) => cells.length > limits.columns);
  if (wide !== undefined) throw fileProblem('tooManyColumns', { line: wide.line, limit: limits.columns });
  return { rows, blank: all.length - rows.length };
}

function plain({ text, firstLine }: Stretch, delimiter: string): Row[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, place) => ({ line: firstLine + place, cells: line.split(delimiter) }));
}

function quoted({ text, firstLine }: Stretch, delimiter: string): Row[] {
  const rows: Row[] = [];
  let before = 0;
  parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    on_record: (cells: string[], { lines }: { lines: number }) => {
      // the library counts the lines up to the end of a record; a record begins after the one before it
      rows.push({ line: firstLine + before, cells });
      before = lines;
      return null;
    },
  });
  return rows;
}

const quotes = /"/g;
const isBalanced = (text: string): boolean => (text.match(quotes)?.length ?? 0) % 2 === 0;

/** The line on which the count of quotes first stays odd to the end. */
function openQuoteLine({ text, firstLine }: Stretch): number {
  const lines = text.split('\n');
  const odd = lines.map((line) => (line.match(quotes)?.length ?? 0) % 2 === 1);
  return firstLine + Math.max(0, odd.indexOf(true));
}

/**
 * The separator at which a header falls apart into known columns, else the one that cuts most lines: Excel writes
 * commas, tabs or, by regional setting, semicolons. What stands in quotes does not count.
 */
function delimiterOf(text: string): string {
  const bare = text.slice(0, 64 * 1024).replace(/"[^"]*"/g, (quoted) => quoted.replace(/[\s,\t;|，"]/g, ''));
  const lines = bare.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const candidates = [',', '\t', ';', '|', '，'].map((delimiter) => {
    const rows = lines.slice(0, 40).map((line) => line.split(delimiter));
    const widths = rows.map(({ length }) => length).sort((a, b) => a - b);
    return { delimiter, named: mostNamed(rows), width: widths[Math.floor(widths.length / 2)] ?? 1 };
  });
  const [best] = candidates.sort((a, b) => b.named - a.named || b.width - a.width);
  return best?.delimiter ?? ',';
}
