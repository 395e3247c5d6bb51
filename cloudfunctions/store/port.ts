/**
 * The store as every operation sees it: PostgreSQL, embedded (PGlite) or a server (pg), with the same values on both.
 *
 * Values out: int8 and numeric are numbers while exact, else their decimal text; date is 'YYYY-MM-DD';
 * timestamptz is an ISO instant in UTC ending in Z; jsonb is the value; bytea is a Buffer; arrays are arrays of these.
 *
 * Values in: string, number, bigint, boolean, Date, Uint8Array, null, undefined (stored as null); an array is an
 * SQL array (`$1::text[]`); a plain object is jsonb. A jsonb array must be passed through `json(value)`.
 *
 * Errors: StoreConflict for a broken constraint, StoreUnavailable when the store cannot serve now, StoreFailure for
 * the rest. None of them carries a value of a row or a parameter.
 */
export type Row = Record<string, unknown>;

/** Rows of COPY: one inner array a row, in the order of the columns. */
export type CopyRows = readonly (readonly unknown[])[];

/** One session. Inside `transaction` everything done through it commits or rolls back together. */
export interface Db {
  query<R extends object = Row>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** The first row, if any. */
  one<R extends object = Row>(sql: string, params?: readonly unknown[]): Promise<R | undefined>;
  /** Answers how many rows were inserted, changed or deleted. */
  run(sql: string, params?: readonly unknown[]): Promise<number>;
  /** Several statements without parameters: migrations, test fixtures. */
  script(sql: string): Promise<void>;
  /** COPY FROM; answers the number of rows. Outside a transaction its batches may commit one by one. */
  copyIn(table: string, columns: readonly string[], rows: CopyRows | AsyncIterable<CopyRows>): Promise<number>;
}

export interface StreamOptions {
  /** Rows a page; more than LONGEST_PAGE is cut to it. */
  pageSize?: number;
}

/** Longer pages starve submissions: with whole results in one process they fell from 244 a second to less than one. */
export const LONGEST_PAGE = 500;

export interface Store {
  readonly dialect: 'pglite' | 'postgres';
  /** A session without a transaction: each statement stands alone and commits by itself. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * All or nothing. A serialization failure or deadlock runs `work` again (at most 5 times), so `work` must have no
   * effect outside its `db`. Calling the store again inside `work` throws: it would wait for itself.
   */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** One COPY in its own transaction. */
  copyIn(table: string, columns: readonly string[], rows: CopyRows | AsyncIterable<CopyRows>): Promise<number>;
  /** COPY (sql) TO as CSV bytes. No parameters, so never put anything a person typed into it. */
  copyOut(sql: string): AsyncIterable<Uint8Array>;
  /** Pages of one consistent result. Others are served between two pages. */
  stream<R extends object = Row>(sql: string, params?: readonly unknown[], options?: StreamOptions): AsyncIterable<R[]>;
  close(): Promise<void>;
}
