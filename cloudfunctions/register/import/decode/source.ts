/** A file that can be read again from its beginning. */
export interface Source {
  read(): AsyncIterable<Uint8Array>;
}

/** One row as the file has it. `line` counts from 1: the line of a CSV, the row number of a sheet. */
export interface Row {
  line: number;
  cells: readonly string[];
}

/** A table inside a file. Rows come in pieces, in the order of the file; empty rows are passed over and counted. */
export interface Table {
  format: 'csv' | 'xlsx';
  /** 'UTF-8', 'GB18030', 'UTF-16' for text; empty for a workbook. */
  encoding: string;
  sheet: string;
  sheets: readonly string[];
  rows(): AsyncIterable<RowPiece>;
  /** Gives up the copy a workbook is read from. */
  close(): Promise<void>;
}

export interface RowPiece {
  rows: Row[];
  /** Empty lines passed over since the last piece. */
  blank: number;
  /** Part of the file read so far, 0–1; null when it cannot be told. */
  part: number | null;
}

/** How much of a file is taken. Generous for any county, small enough that a bad file cannot hold the machine. */
export interface DecodeLimits {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Characters of one line of text: more is not a table. */
  lineLength: number;
  columns: number;
  /** Files inside a workbook. */
  entries: number;
  /** Bytes of one part of a workbook once unpacked. */
  partBytes: number;
  /** Bytes of the texts of a workbook once unpacked; they stay in memory. */
  textBytes: number;
  /** How many times larger a part may become; only a bomb packs tighter. */
  ratio: number;
  /** The last row a spreadsheet can have. */
  rows: number;
}

export const decodeLimits: DecodeLimits = {
  fileBytes: 512 * 1024 * 1024,
  lineLength: 1024 * 1024,
  columns: 512,
  entries: 4096,
  partBytes: 4 * 1024 * 1024 * 1024,
  textBytes: 384 * 1024 * 1024,
  ratio: 250,
  rows: 1_048_576,
};
