import {
  type Division,
  defaultEdition,
  type EditionId,
  editions,
  editionsWith,
  findDivision,
  villages,
} from './editions';
import { editionSteps, type MergeRow, openVillages, sameLand } from './merge-table';
import { sharedCharacters } from './names';

export type VillageResolution =
  | { state: 'exact'; village: Division; reason: string }
  /** The same place under a new code, or a new name. */
  | { state: 'renamed'; village: Division; from: Division; reason: string }
  /** Several old villages became this one. */
  | { state: 'merged'; village: Division; from: Division; reason: string }
  /** Split, or the county has not said yet: a human chooses. Likely ones come first. */
  | { state: 'ambiguous'; candidates: Division[]; from: Division; reason: string }
  | { state: 'unknown'; reason: string };

export interface VillageQuestion {
  code: string;
  /** The edition the code was read from; without it, or when it does not have the code, the nearest edition that has it. */
  edition?: EditionId | undefined;
  target?: EditionId | undefined;
  table: readonly MergeRow[];
}

/** Which village of the target edition a village code of any edition stands for today. */
export function resolveVillage({ code, edition, target = defaultEdition, table }: VillageQuestion): VillageResolution {
  const source = sourceEdition(code, edition, target);
  const from = source && findDivision(code, source);
  if (!source || from?.level !== 'village') {
    return { state: 'unknown', reason: '三个版本的区划里都没有这个村(居)代码，请重新选择户籍所在村。' };
  }
  const strayed =
    edition !== undefined && source !== edition ? `代码不在${year(edition)}版，按${year(source)}版查到。` : '';
  if (source === target)
    return { state: 'exact', village: from, reason: `${strayed}${from.name}，代码与${year(target)}版一致。` };

  const reached = follow(from, source, target, table);
  if (reached.open || reached.villages.length !== 1) {
    const why = reached.open
      ? `县里还没有登记它对应${year(target)}版的哪个村，请村委会或镇里认领。`
      : `它对应${year(target)}版的${reached.villages.length}个村，请选择其中一个。`;
    return {
      state: 'ambiguous',
      candidates: reached.villages,
      from,
      reason: `${strayed}${from.name}是${year(source)}版的村，${why}`,
    };
  }
  return settle(from, source, reached.villages[0] ?? from, target, table, strayed);
}

function settle(
  from: Division,
  source: EditionId,
  village: Division,
  target: EditionId,
  table: readonly MergeRow[],
  strayed: string
): VillageResolution {
  if (from.code === village.code && from.stem === village.stem) {
    return {
      state: 'exact',
      village,
      reason: `${strayed}${village.name}，${year(source)}版与${year(target)}版代码相同。`,
    };
  }
  const origins = table.filter((row) => row.to === village.code && row.fromEdition === source).length;
  if (origins > 1) {
    return { state: 'merged', village, from, reason: `${strayed}${from.name}已并入${village.name}。` };
  }
  const reason =
    from.stem === village.stem
      ? `${from.name}在${year(target)}版换了代码，村名没有变。`
      : `${from.name}在${year(target)}版改为${village.name}。`;
  return { state: 'renamed', village, from, reason: strayed + reason };
}

interface Reached {
  villages: Division[];
  /** No row says where somebody went, or rows are not yet complete enough to go back by. */
  open: boolean;
}

function follow(from: Division, source: EditionId, target: EditionId, table: readonly MergeRow[]): Reached {
  const forward = source < target;
  const steps = editionSteps.filter(([older, newer]) =>
    forward ? older >= source && newer <= target : older >= target && newer <= source
  );
  let reached: Reached = { villages: [from], open: false };
  for (const [older, newer] of forward ? steps : [...steps].reverse()) {
    const next = reached.villages.map((village) =>
      forward ? goForward(village, older, newer, table) : goBack(village, older, newer, table)
    );
    reached = {
      villages: unique(next.flatMap((one) => one.villages)),
      open: reached.open || next.some((one) => one.open),
    };
  }
  return reached.open ? { ...reached, villages: likelyFirst(from, reached.villages) } : reached;
}

function goForward(village: Division, older: EditionId, newer: EditionId, table: readonly MergeRow[]): Reached {
  const rows = table.filter((row) => row.fromEdition === older && row.toEdition === newer && row.from === village.code);
  const found = rows.flatMap((row) => findDivision(row.to, newer) ?? []);
  return found.length > 0 ? { villages: found, open: false } : { villages: onTheLandOf(village, newer), open: true };
}

/** A new village may hold old ones that no row names yet; only a code that stayed is sure on the way back. */
function goBack(village: Division, older: EditionId, newer: EditionId, table: readonly MergeRow[]): Reached {
  const rows = table.filter((row) => row.fromEdition === older && row.toEdition === newer && row.to === village.code);
  const found = rows.flatMap((row) => findDivision(row.from, older) ?? []);
  if (rows.some((row) => row.basis === 'code')) return { villages: found, open: false };
  if (found.length === 0) return { villages: onTheLandOf(village, older), open: true };
  const land = sameLand(village.parent ?? '', older);
  const unsaid = openVillages(table, older, newer).filter(({ parent }) => land.includes(parent ?? ''));
  return { villages: [...found, ...unsaid], open: unsaid.length > 0 };
}

function onTheLandOf(village: Division, edition: EditionId): Division[] {
  return sameLand(village.parent ?? '', edition).flatMap((town) => villages(edition, town));
}

/** The nearest edition in time to the target wins when the stated one does not have the code. */
function sourceEdition(code: string, stated: EditionId | undefined, target: EditionId): EditionId | undefined {
  const having = editionsWith(code);
  if (stated && having.includes(stated)) return stated;
  const place = (id: EditionId): number => editions.findIndex((edition) => edition.id === id);
  const distance = (id: EditionId): number => Math.abs(place(id) - place(target));
  return [...having].sort((a, b) => distance(a) - distance(b))[0];
}

/** Names that share characters first: 拉海 is likelier to be in 中海 than in 水龙. */
function likelyFirst(from: Division, candidates: Division[]): Division[] {
  const score = (village: Division): number => sharedCharacters(from.stem, village.stem);
  return [...candidates].sort((a, b) => score(b) - score(a) || (a.code < b.code ? -1 : 1));
}

function unique(divisions: Division[]): Division[] {
  return [...new Map(divisions.map((division) => [division.code, division])).values()];
}

function year(edition: EditionId): string {
  return edition.slice(0, 4);
}
