import { Problem } from '@/domain/problem';
import { utf8Bytes } from '@/platform/bytes';
import type { BundlePage } from './carried';
import { spread } from './spread';
import {
  type CarriedState,
  carriedVillages,
  dropFetching,
  keepPage,
  readFetching,
  readPages,
  readState,
  renewState,
  replacePage,
  type VillageShelf,
} from './village-store';

/** Most people of all villages on one phone: more than anyone reaches in a week, and all that a lost phone can hold. */
export const mostPeople = 10_000;
/** Bytes left free when a village is stored: a day's forms, drafts and signatures. */
export const roomForTheDay = 1024 * 1024;
/** Bytes of a page of a thousand people, before the first one is known. */
const roomOfPage = 220 * 1024;

export interface Prepared {
  /** Pages asked of the cloud. */
  requests: number;
  /** Bytes that came over the network. */
  bytes: number;
  /** Whether the whole village came or only what had changed. */
  whole: boolean;
}

interface Ask {
  villageCode: string;
  since: string | null;
  cursor: string | null;
}

export interface Progress {
  people: number;
  of: number;
  bytes: number;
}

interface Parts {
  shelf: VillageShelf & { free(): Promise<number> };
  accountId: string;
  villageCode: string;
  /** Random name of this fetch. */
  generation: string;
  fetchPage: (ask: Ask) => Promise<BundlePage>;
  /** How many of how many people are on the phone. */
  progress: (so: Progress) => void;
}

/**
 * Brings a village onto the phone. The first time all of it, page by page, going on where it was interrupted; later
 * only what changed. When the number of people then differs, somebody left the village, and it is fetched whole.
 * Errors: storage.room and storage.people before anything is stored; every problem of the call.
 */
export async function prepareVillage(parts: Parts): Promise<Prepared> {
  const { shelf, accountId, villageCode } = parts;
  const [state, pages] = [
    await readState(shelf, accountId, villageCode),
    await readPages(shelf, accountId, villageCode),
  ];
  const begun = await readFetching(shelf, accountId, villageCode);
  if (state === undefined || pages.length === 0 || begun !== undefined)
    return { ...(await fetchWhole(parts)), whole: true };
  const changes = await fetchChanges(parts, pages, state);
  if (changes.people === changes.expected) return { ...changes, whole: false };
  const whole = await fetchWhole(parts);
  return { requests: changes.requests + whole.requests, bytes: changes.bytes + whole.bytes, whole: true };
}

async function fetchWhole(parts: Parts): Promise<{ requests: number; bytes: number }> {
  const { shelf, accountId, villageCode, fetchPage, progress } = parts;
  const begun = await readFetching(shelf, accountId, villageCode);
  let so: CarriedState = begun ?? { generation: parts.generation, pages: 0, people: 0, bytes: 0, leasedUntil: null };
  let cursor = begun?.next ?? null;
  let [requests, bytes] = [0, 0];
  if (begun === undefined) await insist(shelf, roomOfPage);
  for (;;) {
    const page = await fetchPage({ villageCode, since: null, cursor });
    const size = sizeOf(page);
    requests += 1;
    bytes += size;
    so = {
      ...so,
      pages: so.pages + 1,
      people: so.people + page.persons.length,
      bytes: so.bytes + size,
      leasedUntil: page.leasedUntil,
    };
    if (requests === 1) await insistWhole(parts, page, size, so.people);
    await keepPage(shelf, accountId, page, so);
    progress({ people: so.people, of: page.people, bytes });
    if (page.next === null) return { requests, bytes };
    cursor = page.next;
  }
}

/** After the first page its size says what the whole will take; better refused now than in the middle. */
async function insistWhole(parts: Parts, page: BundlePage, size: number, people: number): Promise<void> {
  const { shelf, accountId, villageCode } = parts;
  try {
    const others = (await carriedVillages(shelf, accountId)).filter(({ code }) => code !== villageCode);
    const carried = others.reduce((sum, other) => sum + other.people, 0);
    if (carried + page.people > mostPeople) throw new Problem('storage.people', { most: mostPeople });
    const left = Math.max(0, page.people - people);
    await insist(shelf, size + (left * size) / Math.max(1, page.persons.length));
  } catch (error) {
    await dropFetching(shelf, accountId, villageCode);
    throw error;
  }
}

async function insist(shelf: Parts['shelf'], bytes: number): Promise<void> {
  if ((await shelf.free()) < bytes + roomForTheDay) throw new Problem('storage.room', { what: '存一个村的名单' });
}

async function fetchChanges(parts: Parts, pages: BundlePage[], state: CarriedState) {
  const { shelf, accountId, villageCode, fetchPage, progress } = parts;
  const since = pages[0]?.asOf ?? null;
  let cursor: string | null = null;
  let [requests, bytes] = [0, 0];
  let merged = [...pages];
  let latest: BundlePage | undefined;
  const touched = new Set<number>([0]);
  do {
    const changes: BundlePage = await fetchPage({ villageCode, since, cursor });
    requests += 1;
    bytes += sizeOf(changes);
    merged = spread(merged, changes, touched);
    latest = changes;
    cursor = changes.next;
  } while (cursor !== null);
  // The first page holds the moment of the fetch; it is stored last, so that an interrupted one is asked again.
  for (const place of [...touched].sort((a, b) => b - a)) {
    const page = merged[place];
    if (page !== undefined) await replacePage(shelf, accountId, page, state, place);
  }
  const people = merged.reduce((sum, page) => sum + page.persons.length, 0);
  await renewState(shelf, accountId, villageCode, { ...state, people, leasedUntil: latest.leasedUntil });
  progress({ people, of: latest.people, bytes });
  return { requests, bytes, people, expected: latest.people };
}

const sizeOf = (page: BundlePage): number => utf8Bytes(JSON.stringify(page));
