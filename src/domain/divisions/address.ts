import { addressParts, groupOf, type TownMention } from './address-parts';
import { type Division, defaultEdition, type EditionId, editions, villages } from './editions';
import { type MergeRow, sameLand } from './merge-table';
import { foldVariants } from './names';
import { resolveVillage } from './resolve';

export interface AddressCandidate {
  village: Division;
  /** 0–1: how far the words alone prove it. From 0.8 on, town and village were both named. */
  confidence: number;
  reason: string;
}

export interface AddressReading {
  candidates: AddressCandidate[];
  /** Group or natural village inside the village, as written. */
  group?: string;
  /** The village before the merger that the address names; work can still be shared out by it. */
  oldVillage?: Division;
  /** The address lies outside the county: where somebody lives, not where the hukou is. */
  elsewhere: boolean;
  reason: string;
}

interface NamedVillage {
  village: Division;
  edition: EditionId;
  /** How the name ended: 村/社区 written out, or cut short. */
  whole: boolean;
  spelled: boolean;
  length: number;
}

/**
 * Segments an address and proposes villages of the edition, best first. A village is sure only together with its town:
 * a name without a town is a question even where it occurs once.
 */
export function locateByAddress(
  text: string,
  table: readonly MergeRow[],
  edition: EditionId = defaultEdition
): AddressReading {
  const parts = addressParts(text, edition);
  if (parts.elsewhere) return { candidates: [], elsewhere: true, reason: '地址不在三都县内。' };
  if (parts.rest === '' && !parts.town) return { candidates: [], elsewhere: false, reason: '地址里没有写镇和村。' };
  return parts.town ? inTown(parts.town, parts.rest, edition, table) : withoutTown(parts.rest, edition, table);
}

function inTown(town: TownMention, rest: string, edition: EditionId, table: readonly MergeRow[]): AddressReading {
  const land = [...new Set(town.towns.flatMap(({ code }) => editions.flatMap(({ id }) => sameLand(code, id))))];
  const named = bestNamed(rest, edition, (village) => land.includes(village.parent ?? ''));
  const first = named[0];
  if (!first) {
    return {
      candidates: town.towns
        .flatMap(({ code }) => villages(edition, code))
        .map((village) => ({ village, confidence: 0.1, reason: `只认出${town.named}，村名没有对上。` })),
      elsewhere: false,
      reason: `只认出${town.named}，“${rest}”没有对上这个镇(街道)的村(居)。`,
    };
  }
  const base = (town.how === 'full' ? 0.95 : 0.88) - (first.whole ? 0 : 0.05) - (first.spelled ? 0 : 0.05);
  return describe(named, base, rest, edition, table, `${town.named}${first.village.name}`);
}

function withoutTown(rest: string, edition: EditionId, table: readonly MergeRow[]): AddressReading {
  const named = bestNamed(rest, edition, () => true);
  const first = named[0];
  if (!first) return { candidates: [], elsewhere: false, reason: '地址里没有认出镇和村。' };
  const single = named.length === 1 && namesInCounty(first.village.stem) === 1;
  return describe(named, single ? 0.6 : 0.4, rest, edition, table, first.village.name, '地址没有写镇(街道)，');
}

/** How many towns have ever had a village of that name; 小河 had two though one edition may show only one. */
function namesInCounty(stem: string): number {
  const inTowns = editions.flatMap(({ id }) => villages(id).filter((village) => village.stem === stem));
  return new Set(inTowns.map((village) => (village.parent === '522732002' ? '522732001' : village.parent))).size;
}

function describe(
  named: NamedVillage[],
  base: number,
  rest: string,
  edition: EditionId,
  table: readonly MergeRow[],
  words: string,
  prefix = ''
): AddressReading {
  const candidates = new Map<string, AddressCandidate>();
  for (const one of named) {
    for (const candidate of candidatesOf(one, base, edition, table, prefix)) {
      const known = candidates.get(candidate.village.code);
      if (!known || known.confidence < candidate.confidence) candidates.set(candidate.village.code, candidate);
    }
  }
  const sorted = [...candidates.values()].sort((a, b) => b.confidence - a.confidence);
  const group = groupOf(rest.slice(named[0]?.length ?? 0));
  const old = named.find((one) => one.edition < edition)?.village;
  return {
    candidates: sorted,
    ...(group === undefined ? {} : { group }),
    ...(old ? { oldVillage: old } : {}),
    elsewhere: false,
    reason:
      sorted.length === 1 ? (sorted[0]?.reason ?? '') : `${prefix}“${words}”可能是${sorted.length}个村(居)，请选择。`,
  };
}

function candidatesOf(
  { village, edition: found }: NamedVillage,
  base: number,
  edition: EditionId,
  table: readonly MergeRow[],
  prefix: string
): AddressCandidate[] {
  if (found === edition) return [{ village, confidence: base, reason: `${prefix}地址写明${village.name}。` }];
  const now = resolveVillage({ code: village.code, edition: found, target: edition, table });
  if (now.state === 'unknown') return [];
  if (now.state !== 'ambiguous') {
    return [{ village: now.village, confidence: round(base - 0.05), reason: prefix + now.reason }];
  }
  const share = round(Math.min(0.5, base / Math.max(1, now.candidates.length)));
  return now.candidates.map((candidate) => ({ village: candidate, confidence: share, reason: prefix + now.reason }));
}

/** The longest name the text begins with; the target edition before others, exact spelling before variants. */
function bestNamed(rest: string, edition: EditionId, allowed: (village: Division) => boolean): NamedVillage[] {
  const order = [
    edition,
    ...editions
      .map(({ id }) => id)
      .filter((id) => id !== edition)
      .reverse(),
  ];
  for (const id of order) {
    const here = villages(id)
      .filter(allowed)
      .flatMap((village) => mention(rest, village, id) ?? []);
    const longest = Math.max(...here.map((one) => one.length));
    const best = here.filter((one) => one.length === longest);
    if (best.length > 0) return best.some((one) => one.spelled) ? best.filter((one) => one.spelled) : best;
  }
  return [];
}

function mention(rest: string, village: Division, edition: EditionId): NamedVillage | undefined {
  const start = rest.slice(0, village.stem.length);
  if (foldVariants(start) !== foldVariants(village.stem)) return undefined;
  const tail = rest.slice(village.stem.length);
  const suffix =
    /^(社区居民委员会|社区居委会|村村民委员会|村民委员会|村委会|居委会|社区|村(?!民小?组))/.exec(tail)?.[0] ?? '';
  const ends = tail === '' || /^(第?[一二三四五六七八九十\d]|[^\d村]{1,6}组|.{1,4}寨)/.test(tail);
  if (suffix === '' && !ends) return undefined;
  return {
    village,
    edition,
    whole: suffix !== '',
    spelled: start === village.stem,
    length: village.stem.length + suffix.length,
  };
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
