import { SaxesParser } from 'saxes';
import { fileProblem } from './faults';
import { local, type SharedStrings } from './shared-strings';
import type { DecodeLimits, Row, RowPiece } from './source';
import { dateOfSerial } from './styles';

export interface SheetContext {
  strings: SharedStrings;
  dateStyles: ReadonlySet<number>;
  from1904: boolean;
  limits: DecodeLimits;
}

/**
 * Rows of one worksheet. A formula counts as the value it last showed; its own text is never read. A number too long
 * for a spreadsheet keeps its power of ten, so that a rounded identity number can be told from a right one.
 * Errors: import.file tooManyRows, tooManyColumns.
 */
export async function* sheetRows(
  xml: AsyncIterable<{ text: string; part: number | null }>,
  context: SheetContext
): AsyncIterable<RowPiece> {
  const reader = sheetReader(context);
  for await (const { text, part } of xml) {
    reader.write(text);
    const { rows, blank } = reader.take();
    if (rows.length > 0 || blank > 0) yield { rows, blank, part };
  }
  reader.close();
  yield { ...reader.take(), part: 1 };
}

function sheetReader({ strings, dateStyles, from1904, limits }: SheetContext) {
  const parser = new SaxesParser();
  let rows: Row[] = [];
  let blank = 0;
  let line = 0;
  let cells: string[] = [];
  let column = 0;
  let kind = '';
  let style = 0;
  let value = '';
  let reading = false;
  let phonetic = false;

  parser.on('opentag', ({ name, attributes }) => {
    switch (local(name)) {
      case 'row':
        line = attributes.r === undefined ? line + 1 : Number(attributes.r);
        if (line > limits.rows) throw fileProblem('tooManyRows', { limit: limits.rows });
        cells = [];
        column = 0;
        return;
      case 'c':
        column = attributes.r === undefined ? column : columnOf(String(attributes.r));
        if (column >= limits.columns) throw fileProblem('tooManyColumns', { line, limit: limits.columns });
        kind = String(attributes.t ?? 'n');
        style = Number(attributes.s ?? 0);
        value = '';
        return;
      case 'rPh':
        phonetic = true;
        return;
      case 'v':
      case 't':
        reading = !phonetic;
    }
  });
  parser.on('text', (text) => {
    if (reading) value += text;
  });
  parser.on('closetag', ({ name }) => {
    switch (local(name)) {
      case 'v':
      case 't':
        reading = false;
        return;
      case 'rPh':
        phonetic = false;
        return;
      case 'c':
        put(cells, column, shown());
        column += 1;
        return;
      case 'row':
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
        else blank += 1;
    }
  });

  const shown = (): string => {
    if (kind === 's') return strings.get(Number(value)) ?? '';
    if (kind === 'b') return value === '1' ? '是' : '否';
    if (kind === 'd') return value.slice(0, 10);
    // #N/A and the like: the formula found nothing
    if (kind === 'e') return '';
    if (kind !== 'n' || value === '') return value;
    const date = dateStyles.has(style) ? dateOfSerial(Number(value), from1904) : undefined;
    return date ?? plainNumber(value);
  };

  return {
    write: (text: string) => void parser.write(text),
    close: () => void parser.close(),
    take: () => {
      const taken = { rows, blank };
      rows = [];
      blank = 0;
      return taken;
    },
  };
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

/** C5 → 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

/** 1.2E+3 → 1200; from sixteen digits on the spreadsheet has lost the end, so the power of ten stays to be seen. */
function plainNumber(value: string): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (Math.abs(number) >= 1e15) return number.toExponential();
  return Number.isInteger(number) ? number.toFixed(0) : String(number);
}
