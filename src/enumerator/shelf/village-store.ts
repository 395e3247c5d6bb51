import { villageBundle } from '@/domain/operations/village-bundle';
import type { BundlePage } from './carried';

/** The villages of one account in the phone's storage, page by page: each page is one key, so a fetch can be resumed. */
export interface VillageShelf {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  keys(prefix: string): Promise<string[]>;
}

/** How far a fetch of the whole village came; `next` null means complete. */
export interface Fetching {
  pages: number;
  next: string | null;
}

const root = (accountId: string): string => `village/${accountId}/`;
const stateKey = (accountId: string, village: string): string => `${root(accountId)}${village}/state`;
const pageKey = (accountId: string, village: string, page: number): string =>
  `${root(accountId)}${village}/page-${String(page).padStart(3, '0')}`;

export async function readFetching(
  shelf: VillageShelf,
  accountId: string,
  village: string
): Promise<Fetching | undefined> {
  const state = await shelf.get(stateKey(accountId, village));
  return isFetching(state) ? state : undefined;
}

/** Stores a page, then how far it came: a crash between the two fetches that page again. */
export async function keepPage(shelf: VillageShelf, accountId: string, page: BundlePage, place: number): Promise<void> {
  await shelf.set(pageKey(accountId, page.villageCode, place), page);
  await shelf.set(stateKey(accountId, page.villageCode), { pages: place + 1, next: page.next } satisfies Fetching);
}

/** The pages of a complete fetch; empty when there is none or one is damaged. */
export async function readPages(shelf: VillageShelf, accountId: string, village: string): Promise<BundlePage[]> {
  const state = await readFetching(shelf, accountId, village);
  if (state === undefined || state.next !== null) return [];
  const stored = await Promise.all(
    Array.from({ length: state.pages }, (_, place) => shelf.get(pageKey(accountId, village, place)))
  );
  const pages = stored.map((page) => villageBundle.output.safeParse(page));
  return pages.every((page) => page.success) ? pages.map((page) => page.data) : [];
}

/** Puts a renewed page in the place of the old one; the others stay as they are. */
export const replacePage = (shelf: VillageShelf, accountId: string, page: BundlePage, place: number): Promise<void> =>
  shelf.set(pageKey(accountId, page.villageCode, place), page);

/** The end of a lease: nothing of the village stays on the phone. Signing out erases all of them (`client/account`). */
export async function eraseVillage(shelf: VillageShelf, accountId: string, village: string): Promise<void> {
  await shelf.remove(stateKey(accountId, village));
  for (const key of await shelf.keys(`${root(accountId)}${village}/`)) await shelf.remove(key);
}

function isFetching(value: unknown): value is Fetching {
  if (typeof value !== 'object' || value === null) return false;
  const { pages, next } = value as Partial<Fetching>;
  return typeof pages === 'number' && (next === null || typeof next === 'string');
}
