import * as z from 'zod';
import { openForm } from '@/domain/operations/collecting/collect';
import { returnedToMe } from '@/domain/operations/office/quality';
import { villageBundle } from '@/domain/operations/people/village-bundle';
import type { BundlePage } from './carried';

/**
 * The villages of one account in the phone's storage, page by page: each page is one key, so a fetch can be resumed.
 * A whole fetch goes beside what is there, under a new generation; the village changes over when it is complete, in
 * one write, so that a signal lost half-way leaves the earlier list.
 */
export interface VillageShelf {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  keys(prefix: string): Promise<string[]>;
}

/** What is complete on the phone. `leasedUntil` is also read by `client/carried-villages`, which erases what has lapsed. */
const carriedState = z.object({
  generation: z.string(),
  pages: z.int(),
  people: z.int(),
  bytes: z.int(),
  leasedUntil: z.string().nullable(),
});
export type CarriedState = z.output<typeof carriedState>;

/** How far a fetch of the whole village came. */
const fetching = carriedState.extend({ next: z.string() });
export type Fetching = z.output<typeof fetching>;

const root = (accountId: string): string => `village/${accountId}/`;
const under = (accountId: string, village: string): string => `${root(accountId)}${village}/`;
const stateKey = (accountId: string, village: string): string => `${under(accountId, village)}state`;
const fetchingKey = (accountId: string, village: string): string => `${under(accountId, village)}fetching`;
const pageKey = (accountId: string, village: string, generation: string, page: number): string =>
  `${under(accountId, village)}page-${generation}-${String(page).padStart(3, '0')}`;

export async function readState(shelf: VillageShelf, accountId: string, village: string) {
  const state = carriedState.safeParse(await shelf.get(stateKey(accountId, village)));
  return state.success ? state.data : undefined;
}

export async function readFetching(shelf: VillageShelf, accountId: string, village: string) {
  const state = fetching.safeParse(await shelf.get(fetchingKey(accountId, village)));
  return state.success ? state.data : undefined;
}

/** Which villages are on the phone, complete, with how many people. */
export async function carriedVillages(shelf: VillageShelf, accountId: string) {
  const keys = (await shelf.keys(root(accountId))).filter((key) => key.endsWith('/state'));
  const villages = keys.map((key) => key.slice(root(accountId).length, -'/state'.length));
  const states = await Promise.all(villages.map((village) => readState(shelf, accountId, village)));
  return villages.flatMap((code, place) => {
    const state = states[place];
    return state === undefined ? [] : [{ code, ...state }];
  });
}

/** Stores a page, then how far it came: a crash between the two fetches that page again. */
export async function keepPage(
  shelf: VillageShelf,
  accountId: string,
  page: BundlePage,
  so: CarriedState
): Promise<void> {
  await shelf.set(pageKey(accountId, page.villageCode, so.generation, so.pages - 1), page);
  if (page.next !== null) {
    await shelf.set(fetchingKey(accountId, page.villageCode), { ...so, next: page.next } satisfies Fetching);
    return;
  }
  await shelf.set(stateKey(accountId, page.villageCode), so);
  await shelf.remove(fetchingKey(accountId, page.villageCode));
  const prefix = `${under(accountId, page.villageCode)}page-`;
  const older = (await shelf.keys(prefix)).filter((key) => !key.startsWith(`${prefix}${so.generation}-`));
  for (const key of older) await shelf.remove(key);
}

/** The pages of a complete fetch; empty when there is none or one is damaged. */
export async function readPages(shelf: VillageShelf, accountId: string, village: string): Promise<BundlePage[]> {
  const state = await readState(shelf, accountId, village);
  if (state === undefined) return [];
  const stored = await Promise.all(
    Array.from({ length: state.pages }, (_, place) => shelf.get(pageKey(accountId, village, state.generation, place)))
  );
  return stored.every(isBundlePage) ? stored : [];
}

/**
 * Each row was parsed when it came, and what is stored is sealed whole; parsing thousands of rows again would be most
 * of the time it takes to open the list. A page kept by another release shows by its own keys and its first rows.
 */
function isBundlePage(stored: unknown): stored is BundlePage {
  const page = pageFrame.safeParse(stored);
  if (!page.success) return false;
  const { households, persons } = page.data;
  const sample = { ...page.data, households: households.slice(0, 1), persons: persons.slice(0, 1) };
  return villageBundle.output.safeParse(sample).success;
}

const pageFrame = z.looseObject({ households: z.array(z.unknown()), persons: z.array(z.unknown()) });

/** Puts a renewed page in the place of the old one; the others stay as they are. */
export const replacePage = (
  shelf: VillageShelf,
  accountId: string,
  page: BundlePage,
  { generation }: CarriedState,
  place: number
): Promise<void> => shelf.set(pageKey(accountId, page.villageCode, generation, place), page);

export const renewState = (shelf: VillageShelf, accountId: string, village: string, state: CarriedState) =>
  shelf.set(stateKey(accountId, village), state);

/** Gives up a fetch that cannot be finished; what was complete stays. */
export async function dropFetching(shelf: VillageShelf, accountId: string, village: string): Promise<void> {
  const begun = await readFetching(shelf, accountId, village);
  if (begun === undefined) return;
  for (let place = 0; place < begun.pages; place += 1)
    await shelf.remove(pageKey(accountId, village, begun.generation, place));
  await shelf.remove(fetchingKey(accountId, village));
}

/** Nothing of the village stays on the phone: its work is done or its lease is over. The state goes last. */
export async function eraseVillage(shelf: VillageShelf, accountId: string, village: string): Promise<void> {
  const state = stateKey(accountId, village);
  for (const key of await shelf.keys(under(accountId, village))) if (key !== state) await shelf.remove(key);
  await shelf.remove(state);
}

type OpenedForm = z.output<typeof openForm.output>;
export type Returned = z.output<typeof returnedToMe.output>['items'][number];

const formKey = (accountId: string, village: string, personId: string): string =>
  `${under(accountId, village)}form-${personId}`;
const returnedKey = (accountId: string, village: string): string => `${under(accountId, village)}returned`;

export const keepForm = (shelf: VillageShelf, accountId: string, village: string, form: OpenedForm): Promise<void> =>
  shelf.set(formKey(accountId, village, form.subject.personId), form);

/** The form of somebody who answered before, as it was when the village was prepared. */
export async function readForm(shelf: VillageShelf, accountId: string, village: string, personId: string) {
  const form = openForm.output.safeParse(await shelf.get(formKey(accountId, village, personId)));
  return form.success ? form.data : undefined;
}

/** Forms of people who need none any more go. */
export async function keepOnlyForms(
  shelf: VillageShelf,
  accountId: string,
  village: string,
  wanted: ReadonlySet<string>
) {
  const prefix = formKey(accountId, village, '');
  const others = (await shelf.keys(prefix)).filter((key) => !wanted.has(key.slice(prefix.length)));
  for (const key of others) await shelf.remove(key);
}

export const keepReturned = (shelf: VillageShelf, accountId: string, village: string, returned: Returned[]) =>
  shelf.set(returnedKey(accountId, village), returned);

/** What a reviewer sent back in this village, with a comment on each field. */
export async function readReturned(shelf: VillageShelf, accountId: string, village: string): Promise<Returned[]> {
  const kept = returnedToMe.output.shape.items.safeParse(await shelf.get(returnedKey(accountId, village)));
  return kept.success ? kept.data : [];
}
