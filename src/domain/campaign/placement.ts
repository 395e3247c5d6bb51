import {
  type AddressCandidate,
  type Division,
  defaultEdition,
  divisionLabel,
  type EditionId,
  locateByAddress,
  type MergeRow,
  resolveVillage,
  villages,
} from '../divisions';

/** A village as somebody stated it, with the edition it was read from when that is known. */
export interface StatedVillage {
  code: string;
  edition?: EditionId | undefined;
}

/**
 * All that speaks for a person's hukou village. Where he lives is not among it: a migrant in Guangdong belongs to his
 * village, and a residence must never override it.
 */
export interface PlacementFacts {
  /** The register's village for this identity number. */
  register?: StatedVillage | undefined;
  /** What he chose, or the enumerator for him. */
  chosen?: StatedVillage | undefined;
  /** The village of the head of his household. */
  head?: StatedVillage | undefined;
  /** The hukou address as written in the household book. */
  address?: string | undefined;
}

export type PlacedBy = 'register' | 'chosen' | 'head' | 'address';

export interface PlacementCandidate {
  village: Division;
  why: string;
}

export type Placement =
  /** `reason` is shown to the person; `confidence` is 0–1. */
  | {
      state: 'placed';
      village: Division;
      by: PlacedBy;
      confidence: number;
      reason: string;
      oldVillage?: string;
      group?: string;
    }
  /** `town` is known when all candidates lie in one; candidates come likeliest first. */
  | {
      state: 'queued';
      candidates: PlacementCandidate[];
      town?: string;
      why: string;
      oldVillage?: string;
      group?: string;
    };

export interface PlacementRules {
  table: readonly MergeRow[];
  edition?: EditionId;
}

/** From here on an address alone is enough: it names town and village. */
const sureAddress = 0.8;

const sources = { register: '县户籍名册', chosen: '您选择的户籍村', head: '户主的户籍村' } as const;
const confidences = { register: 1, chosen: 0.9, head: 0.8 } as const;
type Source = keyof typeof sources;

/** Register before choice before head before address. What stays open goes to the queue with everything that narrows it. */
export function placeInVillage(facts: PlacementFacts, rules: PlacementRules): Placement {
  const edition = rules.edition ?? defaultEdition;
  const readings = (Object.keys(sources) as Source[]).flatMap((by) => readStated(by, facts[by], rules.table, edition));
  const address = facts.address ? locateByAddress(facts.address, rules.table, edition) : undefined;
  const kept = {
    ...(address?.group === undefined ? {} : { group: address.group }),
    ...oldVillageOf(readings, address?.oldVillage),
  };

  const [first] = readings;
  if (first?.village) {
    return { state: 'placed', ...settled(first, first.village, facts, readings, edition), ...kept };
  }
  const narrowed = first ? narrow(first, readings.slice(1), address?.candidates ?? [], edition) : undefined;
  if (narrowed) return { state: 'placed', ...narrowed, ...kept };
  if (!first && address && certain(address.candidates)) {
    const village = certain(address.candidates)?.village;
    if (village) {
      const confidence = address.candidates[0]?.confidence ?? sureAddress;
      const reason = `按户籍地址归属${label(village, edition)}。${address.candidates[0]?.reason ?? ''}`;
      return { state: 'placed', village, by: 'address', confidence, reason, ...kept };
    }
  }
  return { state: 'queued', ...queue(first, address?.candidates ?? [], address?.reason), ...kept };
}

interface Stated {
  by: Source;
  village?: Division;
  /** Where the code alone leaves a choice. */
  candidates: Division[];
  from?: Division;
  reason: string;
}

/** A stated code that no edition knows says nothing; the next source is asked. A town code narrows to its villages. */
function readStated(
  by: Source,
  stated: StatedVillage | undefined,
  table: readonly MergeRow[],
  edition: EditionId
): Stated[] {
  if (!stated || stated.code === '') return [];
  const inTown = villages(edition, stated.code);
  if (inTown.length > 0) {
    return [{ by, candidates: [...inTown], reason: `${sources[by]}只写到镇(街道)，没有写村(居)。` }];
  }
  const answer = resolveVillage({ code: stated.code, edition: stated.edition, target: edition, table });
  if (answer.state === 'unknown') return [];
  if (answer.state === 'ambiguous') {
    return [{ by, candidates: answer.candidates, from: answer.from, reason: answer.reason }];
  }
  const moved = answer.state === 'exact' ? {} : { from: answer.from };
  return [{ by, village: answer.village, candidates: [answer.village], ...moved, reason: answer.reason }];
}

function settled(first: Stated, village: Division, facts: PlacementFacts, readings: Stated[], edition: EditionId) {
  const other = readings.find((reading) => reading.village && reading.village.code !== village.code);
  const place = label(village, edition);
  const renamed = first.from ? first.reason : '';
  if (first.by === 'register') {
    const differs =
      other?.by === 'chosen' && other.village
        ? `您选的是${label(other.village, edition)}，如已迁户口请告诉村委会。`
        : '';
    return {
      village,
      by: first.by,
      confidence: confidences.register,
      reason: `${sources.register}上您的户籍在${place}。${renamed}${differs}`,
    };
  }
  const doubt = other?.village ? `户主的户籍在${label(other.village, edition)}，村委会会核对。` : '';
  const unlisted = facts.register ? '' : '名册上还没有您的户籍，';
  return {
    village,
    by: first.by,
    confidence: doubt === '' ? confidences[first.by] : 0.7,
    reason: `${unlisted}按${sources[first.by]}归属${place}。${renamed}${doubt}`,
  };
}

/** A source that leaves a choice may be settled by the next one that names one of its candidates. */
function narrow(first: Stated, others: Stated[], address: AddressCandidate[], edition: EditionId) {
  const named = others.find(({ village }) => village && first.candidates.some(({ code }) => code === village.code));
  const byAddress = certain(
    address.filter(({ village }) => first.candidates.some(({ code }) => code === village.code))
  );
  const village = named?.village ?? byAddress?.village;
  if (!village) return undefined;
  const by: PlacedBy = named?.by ?? 'address';
  const settledBy = named ? sources[named.by] : '户籍地址';
  return {
    village,
    by,
    confidence: 0.8,
    reason: `${first.reason}按${settledBy}归属${label(village, edition)}。`,
  };
}

function certain(candidates: readonly AddressCandidate[]): AddressCandidate | undefined {
  const sure = candidates.filter(({ confidence }) => confidence >= sureAddress);
  return sure.length === 1 ? sure[0] : undefined;
}

function queue(first: Stated | undefined, address: readonly AddressCandidate[], addressReason: string | undefined) {
  const stated = first?.candidates.map((village) => ({ village, why: first.reason })) ?? [];
  const found = address.map(({ village, reason }) => ({ village, why: reason }));
  const candidates = stated.length > 0 ? stated : found;
  const towns = new Set(candidates.map(({ village }) => village.parent));
  const [town] = towns.size === 1 ? [...towns] : [];
  const why = first?.reason ?? addressReason ?? '没有户籍村，也没有户籍地址。';
  return { candidates, why: `${why}已转到待归属名单，由村委会或镇里认领。`, ...(town === undefined ? {} : { town }) };
}

function oldVillageOf(readings: Stated[], byAddress: Division | undefined): { oldVillage?: string } {
  const old = readings.find(({ from }) => from)?.from ?? byAddress;
  return old ? { oldVillage: old.code } : {};
}

function label(village: Division, edition: EditionId): string {
  return divisionLabel(village.code, edition) ?? village.name;
}
