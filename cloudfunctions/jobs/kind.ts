import type * as z from 'zod';
import type { Services } from '../runtime/services';
import type { Db } from '../store/port';

/** What a page of long work may use. */
export interface Step<Input, Cursor> {
  jobId: string;
  countyCode: string;
  /** The post or account that started it. */
  createdBy: string;
  input: Input;
  cursor: Cursor;
  done: number;
  /** What earlier pages put into the result. */
  result: Readonly<Record<string, unknown>>;
  now: Date;
  services: Services;
}

/** What a page left: where the next one begins, and how far the whole work is. */
export interface Turn<Cursor> {
  cursor: Cursor;
  /** Units done by this page, added to the progress. */
  done: number;
  total?: number | null;
  /** Replaces the result so far. Never holds information on persons. */
  result?: Record<string, unknown>;
  finished: boolean;
}

interface Definition<Input, Cursor, Page> {
  /** Name in the job table, e.g. 'register.import'. */
  kind: string;
  input: z.ZodType<Input>;
  cursor: z.ZodType<Cursor>;
  first: Cursor;
  /** Reads what the page needs from outside the store, without any effect: two runners may both read a page. */
  read(step: Step<Input, Cursor>): Promise<Page>;
  /** Stores the page through `db`. It commits together with the cursor, or not at all. */
  store(db: Db, page: Page, step: Step<Input, Cursor>): Promise<Turn<Cursor>>;
  /** Inside the transaction that ends a cancelled job: puts away what only a finished job may leave behind. */
  cancelled?(db: Db, step: Step<Input, Cursor>): Promise<void>;
}

type Raw = Step<unknown, unknown>;

/** A kind of long work with its types folded away, so that kinds stand in one list. */
export interface JobKind {
  kind: string;
  first: unknown;
  read(step: Raw): Promise<unknown>;
  store(db: Db, page: unknown, step: Raw): Promise<Turn<unknown>>;
  cancelled(db: Db, step: Raw): Promise<void>;
}

/** Declares a kind of long work. Its input and cursor are parsed whenever they come back from the store. */
export function jobKind<Input, Cursor, Page>(definition: Definition<Input, Cursor, Page>): JobKind {
  const typed = (step: Raw): Step<Input, Cursor> => ({
    ...step,
    input: definition.input.parse(step.input),
    cursor: definition.cursor.parse(step.cursor),
  });
  return {
    kind: definition.kind,
    first: definition.first,
    read: (step) => definition.read(typed(step)),
    // The page comes from `read` of this very definition and never leaves the process.
    store: (db, page, step) => definition.store(db, page as Page, typed(step)),
    cancelled: async (db, step) => definition.cancelled?.(db, typed(step)),
  };
}
