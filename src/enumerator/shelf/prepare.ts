import { type BundlePage, renewed } from './carried';
import { eraseVillage, keepPage, readFetching, readPages, replacePage, type VillageShelf } from './village-store';

export interface Prepared {
  /** Pages asked of the cloud. */
  requests: number;
  /** Whether the whole village came or only what had changed. */
  whole: boolean;
}

interface Ask {
  villageCode: string;
  since: string | null;
  cursor: string | null;
}

interface Parts {
  shelf: VillageShelf;
  accountId: string;
  villageCode: string;
  fetchPage: (ask: Ask) => Promise<BundlePage>;
  /** How many of how many people are on the phone. */
  progress: (people: number, of: number) => void;
}

/**
 * Brings a village onto the phone. The first time all of it, page by page, going on where it was interrupted; later
 * only what changed. When the number of people then differs, somebody left the village, and it is fetched whole.
 */
export async function prepareVillage(parts: Parts): Promise<Prepared> {
  const { shelf, accountId, villageCode } = parts;
  const pages = await readPages(shelf, accountId, villageCode);
  const first = pages[0];
  if (first === undefined) return { requests: await fetchWhole(parts), whole: true };
  const { requests, people, expected } = await fetchChanges(parts, pages, first);
  if (people === expected) return { requests, whole: false };
  await eraseVillage(shelf, accountId, villageCode);
  return { requests: requests + (await fetchWhole(parts)), whole: true };
}

async function fetchWhole({ shelf, accountId, villageCode, fetchPage, progress }: Parts): Promise<number> {
  const begun = await readFetching(shelf, accountId, villageCode);
  let place = begun?.pages ?? 0;
  let cursor = begun?.next ?? null;
  let requests = 0;
  let people = 0;
  for (;;) {
    const page = await fetchPage({ villageCode, since: null, cursor });
    requests += 1;
    people += page.persons.length;
    await keepPage(shelf, accountId, page, place);
    progress(people, page.people);
    if (page.next === null) return requests;
    cursor = page.next;
    place += 1;
  }
}

async function fetchChanges(
  { shelf, accountId, villageCode, fetchPage, progress }: Parts,
  pages: BundlePage[],
  first: BundlePage
) {
  let cursor: string | null = null;
  let requests = 0;
  let merged = [...pages];
  let expected = first.people;
  const touched = new Set<number>([0]);
  do {
    const changes: BundlePage = await fetchPage({ villageCode, since: first.asOf, cursor });
    requests += 1;
    expected = changes.people;
    merged = spread(merged, changes, touched);
    cursor = changes.next;
  } while (cursor !== null);
  // The first page holds the moment of the fetch; it is stored last, so that an interrupted one is asked again.
  for (const place of [...touched].sort((a, b) => b - a)) {
    const page = merged[place];
    if (page !== undefined) await replacePage(shelf, accountId, page, place);
  }
  const people = merged.reduce((sum, page) => sum + page.persons.length, 0);
  progress(people, expected);
  return { requests, people, expected };
}

/** Each changed person goes where he was; somebody new to the last page. */
function spread(pages: readonly BundlePage[], changes: BundlePage, touched: Set<number>): BundlePage[] {
  const placeOf = new Map<string, number>();
  pages.forEach((page, place) => {
    for (const [personId] of page.persons) placeOf.set(personId, place);
  });
  return pages.map((page, place) => {
    const mine = changes.persons.filter(([personId]) => (placeOf.get(personId) ?? pages.length - 1) === place);
    if (mine.length === 0 && place !== 0) return page;
    touched.add(place);
    return renewed(page, { ...changes, persons: mine });
  });
}
