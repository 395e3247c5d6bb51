import { places } from '@/domain/access';
import { maskName } from '@/domain/identity';
import { importInspect as operation } from '@/domain/operations/people/register-import';
import { Problem } from '@/domain/problem';
import {
  allRegisterFields,
  mappingGap,
  type RegisterField,
  type RegisterMapping,
  registerFields,
} from '@/domain/register/fields';
import { guessColumns, guessDoubt } from '@/domain/register/guess';
import { handle } from '../../runtime/handle';
import { openTable } from './decode/open';
import type { Row, Table } from './decode/source';
import { belowHeader, headerOf } from './work/check';
import { sourceOf } from './work/reader';
import { rememberedMapping } from './work/remember';

/** The head of an uploaded file: its columns with masked samples, and which field each is thought to hold. */
export const importInspect = handle(operation, {
  concerns: (_, { actor }) => places(actor.countyCode),
  async act({ fileId, sheet }, { db, actor, services }) {
    const table = await openTable(sourceOf(services, fileId), { sheet }).catch(unlessFull);
    try {
      const head = await firstRows(table);
      const header = headerOf(head, undefined);
      const samples = belowHeader(head, header.line).map(({ cells }) => cells);
      const guess = guessColumns(header.headers, samples);
      const remembered = await rememberedMapping(db, actor.countyCode, header.headers);
      const mapping = remembered ?? guess.mapping;
      const doubt = remembered === undefined ? guessDoubt(guess) : undefined;
      return {
        format: table.format,
        encoding: table.encoding,
        sheet: table.sheet,
        sheets: [...table.sheets],
        headerLine: header.line,
        columns: header.headers.map((text, column) => ({
          header: text,
          samples: samples.slice(0, 3).map((row) => maskSample(row[column] ?? '', fieldOf(mapping, column))),
        })),
        mapping,
        mappingFrom: remembered === undefined ? ('guessed' as const) : ('remembered' as const),
        gap: doubt ?? mappingGap(mapping, header.headers.length) ?? '',
        fields: allRegisterFields.map((field) => ({
          field,
          label: registerFields[field].label,
          required: registerFields[field].required,
        })),
      };
    } finally {
      await table.close();
    }
  },
});

/** A workbook is copied to the machine's temporary folder before it is read. */
function unlessFull(error: unknown): never {
  const full = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOSPC';
  throw full ? new Problem('file.full') : error;
}

/** Enough rows to guess by, and no more: a person waits at the screen. */
const sampleRows = 200;

async function firstRows(table: Table): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const piece of table.rows()) {
    rows.push(...piece.rows);
    if (rows.length >= sampleRows) break;
  }
  return rows.slice(0, sampleRows);
}

const fieldOf = (mapping: RegisterMapping, column: number): RegisterField | undefined =>
  allRegisterFields.find((field) => mapping[field] === column);

/** Only what is not about one person is shown as it stands; of a column nobody recognised not even that. */
const shown: readonly RegisterField[] = [
  'relation',
  'sex',
  'ethnic',
  'hukouNature',
  'villageCode',
  'town',
  'village',
  'group',
  'status',
];

function maskSample(cell: string, field: RegisterField | undefined): string {
  const text = cell.trim();
  if (field !== undefined && shown.includes(field)) return text.slice(0, 30);
  return maskName(text.replace(/\d/g, '*')).slice(0, 30);
}
