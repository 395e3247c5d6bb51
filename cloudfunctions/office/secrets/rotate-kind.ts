import * as z from 'zod';
import { appendAudit } from '../../audit';
import { jobKind, type Step } from '../../jobs/kind';
import { newId } from '../../runtime/ids';
import type { Db, Store } from '../../store/port';
import { openDuplicate } from '../../store/queries/cases';
import {
  countRows,
  livingUnder,
  openInvitations,
  renameHouseholds,
  replaceSealed,
  sealedPage,
} from '../../store/queries/secrecy/rotation';
import { type Resealed, reseal } from './reseal';
import { sealedTables } from './sealed-tables';

const rowsAPage: Record<Store['dialect'], number> = { postgres: 2000, pglite: 1000 };
/** Files are large and few: a page of the job puts under the new key what it can in so many milliseconds. */
const filesAPage = 30_000;

const input = z.object({
  by: z.object({ postId: z.string(), role: z.string(), name: z.string() }),
  reason: z.string(),
});
const cursor = z.object({ table: z.int(), after: z.array(z.string()) });
const figures = z.object({
  resealed: z.int().default(0),
  doubles: z.int().default(0),
  /** Rows that no key opens: left as they are, for a human to look into. */
  unreadable: z.int().default(0),
  /** Files put under the new key. */
  files: z.int().default(0),
});

type RotateStep = Step<z.output<typeof input>, z.output<typeof cursor>>;

interface Page {
  rows: Resealed[];
  /** Counted once, before the first page. */
  total: number | undefined;
  /** Behind the last table come the files. */
  files?: { renewed: number; last: string | null };
}

/**
 * Seals and indexes everything anew, table by table and page by page, then the files; killed at any moment it goes on
 * where it stood.
 */
export const rotateKeysKind = jobKind({
  kind: 'office.rotateKeys',
  input,
  cursor,
  first: { table: 0, after: [] },
  async read({ countyCode, cursor: { table, after }, services }): Promise<Page> {
    const { store, secrecy, edges } = services;
    const one = sealedTables[table];
    if (one === undefined) {
      return { rows: [], total: undefined, files: await edges.files.renewKeys(after[0] ?? '', filesAPage) };
    }
    const rows = await store.read((db) => sealedPage(db, countyCode, one, after, rowsAPage[store.dialect]));
    const first = table === 0 && after.length === 0;
    return {
      rows: rows.map((row) => reseal(secrecy, countyCode, one, row)),
      total: first ? await store.read((db) => countRows(db, countyCode, sealedTables)) : undefined,
    };
  },
  async store(db, page: Page, step) {
    const { countyCode, cursor: before, result } = step;
    const sofar = figures.parse(result);
    if (page.files !== undefined) {
      const { renewed, last } = page.files;
      const now = { ...sofar, files: sofar.files + renewed };
      const done = { done: 0, cursor: { table: before.table, after: last === null ? [] : [last] } };
      if (last !== null) return { ...done, result: now, finished: false };
      const invitations = await openInvitations(db, countyCode, step.now);
      await writeAudit(db, step, { ...now, invitations });
      return { ...done, result: { ...now, invitations }, finished: true };
    }
    const { rows, total } = page;
    const table = sealedTables[before.table];
    const changed = rows.filter((row) => row.changed);
    const kept = table?.table === 'person' ? await keepUnique(db, changed, step) : { rows: changed, doubles: 0 };
    if (table !== undefined && kept.rows.length > 0) await replaceSealed(db, countyCode, table, kept.rows);
    const last = rows.at(-1);
    const more = rows.length === rowsAPage[step.services.store.dialect] && last !== undefined;
    return {
      cursor: more ? { table: before.table, after: [...last.keys] } : { table: before.table + 1, after: [] },
      done: rows.length,
      ...(total === undefined ? {} : { total }),
      result: {
        ...sofar,
        resealed: sofar.resealed + kept.rows.length,
        doubles: sofar.doubles + kept.doubles,
        unreadable: sofar.unreadable + rows.filter((row) => row.unreadable).length,
      },
      finished: false,
    };
  },
});

/**
 * One number is one living person under either key: everyone who writes looks under all keys. Where an old process and
 * a new one took the same number in the same moment, the row in hand keeps its old index and a human compares the two.
 */
async function keepUnique(
  db: Db,
  rows: readonly Resealed[],
  { countyCode, now }: RotateStep
): Promise<{ rows: Resealed[]; doubles: number }> {
  const renamed = rows.filter((row) => row.renamed.length > 0);
  const wanted = renamed.flatMap(({ indexes: [index] }) => (index ? [index] : []));
  const owners = wanted.length === 0 ? [] : await livingUnder(db, countyCode, wanted);
  const ownerOf = new Map(owners.map((owner) => [owner.id_index.toString('hex'), owner]));
  let doubles = 0;
  const kept: Resealed[] = [];
  for (const row of rows) {
    const owner = row.renamed.length === 0 ? undefined : ownerOf.get(row.indexes[0]?.toString('hex') ?? '');
    const [personId = ''] = row.keys;
    if (owner === undefined || owner.person_id === personId) {
      kept.push(row);
      continue;
    }
    doubles += 1;
    kept.push({ ...row, indexes: row.oldIndexes, renamed: [] });
    await openDuplicate(db, countyCode, {
      caseId: newId('dc', now),
      kind: 'claimed',
      personA: personId,
      personB: owner.person_id,
      evidence: { claimedBy: personId },
      place: owner.village_code ?? '',
      at: now,
    });
  }
  const households = kept
    .flatMap((row) => row.renamed)
    .map(({ before, after }) => ({ before: `id:${before}`, after: `id:${after}` }));
  if (households.length > 0) await renameHouseholds(db, countyCode, households);
  return { rows: kept, doubles };
}

const writeAudit = (db: Db, step: RotateStep, details: Record<string, number>): Promise<void> =>
  appendAudit(db, {
    countyCode: step.countyCode,
    at: step.now,
    accountId: step.createdBy,
    postId: step.input.by.postId,
    role: step.input.by.role,
    actorName: step.input.by.name,
    act: 'office.rotateKeys',
    subject: '',
    place: step.countyCode,
    reason: step.input.reason,
    details,
    requestId: step.jobId,
  });
