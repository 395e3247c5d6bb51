import type { IndexKind } from '../../secrecy';
import type { SealedTable } from '../../store/queries/secrecy/rotation';

/**
 * Everything that lies sealed, and the blind index beside it. A table that seals something stands here or its rows
 * cannot be opened once the old key is gone; a test compares this list with the columns of the store.
 */
export const sealedTables: readonly (SealedTable & {
  /** How the row is named in the place that the tag covers. */
  rowOf(keys: readonly string[]): string;
})[] = [
  {
    table: 'person',
    keys: [{ column: 'person_id', type: 'text' }],
    cells: [
      { column: 'id_cipher', index: { column: 'id_index', kind: 'idNumber' satisfies IndexKind } },
      { column: 'phone_cipher', index: { column: 'phone_index', kind: 'phone' satisfies IndexKind } },
    ],
    rowOf: first,
  },
  {
    table: 'account',
    keys: [{ column: 'account_id', type: 'text' }],
    cells: [{ column: 'phone_cipher', index: { column: 'phone_index', kind: 'phone' } }],
    rowOf: first,
  },
  {
    table: 'record_version',
    keys: [
      { column: 'record_id', type: 'text' },
      { column: 'version', type: 'int' },
    ],
    cells: [{ column: 'sealed' }],
    rowOf: (keys) => keys.join('/'),
  },
  {
    table: 'import_row',
    keys: [
      { column: 'run_id', type: 'text' },
      { column: 'line', type: 'int' },
    ],
    cells: [{ column: 'sealed' }],
    rowOf: (keys) => keys.join(':'),
  },
  {
    table: 'correction',
    keys: [{ column: 'correction_id', type: 'text' }],
    cells: [{ column: 'sealed' }],
    rowOf: first,
  },
  { table: 'held_entry', keys: [{ column: 'entry_id', type: 'text' }], cells: [{ column: 'sealed' }], rowOf: first },
  {
    table: 'comparison',
    keys: [{ column: 'comparison_id', type: 'text' }],
    cells: [{ column: 'sealed' }],
    rowOf: first,
  },
  {
    table: 'signed_paper_part',
    keys: [
      { column: 'attachment_id', type: 'text' },
      { column: 'part', type: 'int' },
    ],
    cells: [{ column: 'sealed' }],
    rowOf: (keys) => keys.join('/'),
  },
];

function first([key = '']: readonly string[]): string {
  return key;
}
