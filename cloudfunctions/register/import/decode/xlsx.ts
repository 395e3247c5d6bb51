import { SaxesParser } from 'saxes';
import { guessColumns } from '@/domain/register/guess';
import { findHeader } from '@/domain/register/headers';
import { fileProblem } from './faults';
import { local, readSharedStrings, SharedStrings } from './shared-strings';
import { sheetRows } from './sheet';
import { decodeLimits, type RowPiece, type Source, type Table } from './source';
import { readDateStyles } from './styles';
import { asFileProblem, openWorkbook, type Workbook } from './workbook';

/** A workbook as a table: the sheet asked for, else the first that begins as a register does. Errors: import.file. */
export async function openXlsx(source: Source, sheet: string | undefined, limits = decodeLimits): Promise<Table> {
  const book = await openWorkbook(source, limits);
  try {
    if (book.has('xl/workbook.bin')) throw fileProblem('binaryWorkbook');
    if (!book.has('xl/workbook.xml')) throw fileProblem('notWorkbook');
    const { sheets, from1904 } = await readSheets(book);
    const styled = book.has('xl/styles.xml');
    const dateStyles = styled ? await readDateStyles(plainText(book, 'xl/styles.xml')) : new Set<number>();
    const strings = once(() =>
      book.has('xl/sharedStrings.xml')
        ? readSharedStrings(plainText(book, 'xl/sharedStrings.xml'), limits.textBytes)
        : Promise.resolve(new SharedStrings(limits.textBytes))
    );
    const rowsOf = async function* (path: string): AsyncIterable<RowPiece> {
      try {
        yield* sheetRows(book.text(path), { strings: await strings(), dateStyles, from1904, limits });
      } catch (error) {
        throw asFileProblem(error, path);
      }
    };
    const chosen =
      sheet === undefined || sheet === ''
        ? await registerAmong(sheets, rowsOf)
        : sheets.find(({ name }) => name === sheet);
    if (chosen === undefined)
      throw sheets.length === 0 ? fileProblem('notWorkbook') : fileProblem('noSheet', { sheet: sheet ?? '' });
    if (!book.has(chosen.path)) throw fileProblem('damaged', { part: chosen.path });
    return {
      format: 'xlsx',
      encoding: '',
      sheet: chosen.name,
      sheets: sheets.map(({ name }) => name),
      rows: () => rowsOf(chosen.path),
      close: () => book.close(),
    };
  } catch (error) {
    await book.close();
    throw asFileProblem(error, 'xl/workbook.xml');
  }
}

/** A cover, a list of codes or a hidden sheet may stand before the register; with a single one there is no question. */
async function registerAmong(
  sheets: readonly SheetPlace[],
  rowsOf: (path: string) => AsyncIterable<RowPiece>
): Promise<SheetPlace | undefined> {
  if (sheets.length < 2) return sheets[0];
  const bySight = [...sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden));
  for (const one of bySight) {
    const first: string[][] = [];
    for await (const { rows } of rowsOf(one.path)) {
      for (const { cells } of rows) first.push([...cells]);
      if (first.length >= 20) break;
    }
    const header = findHeader(first);
    const mapping = header === undefined ? {} : guessColumns(first[header] ?? [], first.slice(header + 1)).mapping;
    if (mapping.name !== undefined && mapping.idNumber !== undefined) return one;
  }
  return bySight[0];
}

interface SheetPlace {
  name: string;
  path: string;
  hidden: boolean;
}

interface Sheets {
  sheets: SheetPlace[];
  from1904: boolean;
}

async function readSheets(book: Workbook): Promise<Sheets> {
  const targets = new Map<string, string>();
  await eachTag(book, 'xl/_rels/workbook.xml.rels', (tag, attributes) => {
    if (tag === 'Relationship') targets.set(attributes.Id ?? '', attributes.Target ?? '');
  });
  const found: Sheets = { sheets: [], from1904: false };
  await eachTag(book, 'xl/workbook.xml', (tag, attributes) => {
    if (tag === 'workbookPr') found.from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
    if (tag !== 'sheet' || attributes.state === 'veryHidden') return;
    const target = targets.get(attributes['r:id'] ?? attributes.id ?? '');
    // charts and dialogs are sheets too, but hold no rows
    if (target === undefined || !/worksheets\//.test(target)) return;
    const inside = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    found.sheets.push({ name: attributes.name ?? '', path: inside, hidden: attributes.state === 'hidden' });
  });
  return found;
}

async function eachTag(
  book: Workbook,
  part: string,
  see: (tag: string, attributes: Readonly<Record<string, string>>) => void
): Promise<void> {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => see(local(name), attributes));
  for await (const text of plainText(book, part)) parser.write(text);
  parser.close();
}

async function* plainText(book: Workbook, part: string): AsyncIterable<string> {
  for await (const { text } of book.text(part)) yield text;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
