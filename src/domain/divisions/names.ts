import { type Division, type EditionId, villages } from './editions';

/** Characters that people and fonts exchange in the names of this county. */
const variants: readonly string[] = ['干幹', '硐峒洞', '扬杨', '覃潭', '岜芭', '脑垴'];

const exchanged = new RegExp(`[${variants.map((group) => group.slice(1)).join('')}]`);
const standard = new Map<string, string>();
for (const [first = '', ...others] of variants.map((group) => Array.from(group))) {
  for (const other of others) standard.set(other, first);
}

/** One spelling for names that differ only by an exchanged character: 元幹 and 元干, 高硐 and 高峒. */
export function foldVariants(name: string): string {
  // Most texts hold none of these characters; imports fold hundreds of names a row.
  if (!exchanged.test(name)) return name;
  return Array.from(name, (character) => standard.get(character) ?? character).join('');
}

/** 中海村, 中海村委会, 中海村村民委员会, 中海 → 中海; 凤凰社区居委会 → 凤凰. */
export function villageStem(name: string): string {
  return name
    .trim()
    .replace(/(社区居民委员会|社区居委会|村村民委员会|村民委员会|居民委员会|村委会|居委会|社区|村)$/, '');
}

/**
 * The villages of one town with that name, exact spelling before variants. The town is required:
 * 小河, 同心 and 红星 exist in two towns, so a name alone says nothing.
 */
export function villagesNamed(name: string, town: string, edition?: EditionId): Division[] {
  const stem = villageStem(name);
  if (stem === '') return [];
  const inTown = villages(edition, town);
  const exact = inTown.filter((village) => village.stem === stem);
  if (exact.length > 0) return exact;
  return inTown.filter((village) => foldVariants(village.stem) === foldVariants(stem));
}

/** All villages of the county with that name: for showing a choice, never for placing anybody. */
export function namesakes(name: string, edition?: EditionId): Division[] {
  const stem = foldVariants(villageStem(name));
  return stem === '' ? [] : villages(edition).filter((village) => foldVariants(village.stem) === stem);
}

/** How many characters two names share: new villages often took one character of each old name (中化 + 拉海 → 中海). */
export function sharedCharacters(one: string, other: string): number {
  const left = Array.from(other);
  return Array.from(one).filter((character) => {
    const place = left.indexOf(character);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  }).length;
}
