import { type BundlePage, renewed } from './carried';

/**
 * Each changed person goes where he was; somebody new to the last page.
 * @param touched gets the places of the pages that are now different
 */
export function spread(pages: readonly BundlePage[], changes: BundlePage, touched: Set<number>): BundlePage[] {
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
