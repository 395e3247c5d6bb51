import { type Division, type EditionId, editions, findDivision, towns, villages } from './editions';
import { sharedCharacters } from './names';

/** One village of an edition went to one village of the next; several rows with the same `from` are a split. */
export interface MergeRow {
  fromEdition: EditionId;
  from: string;
  toEdition: EditionId;
  to: string;
  /** Why we think so: the code stayed, the name stayed within the town, or the county said so. */
  basis: 'code' | 'name' | 'county';
}

/** 凤羽街道 was cut out of 三合街道; the statistics office publishes no such table, the codes show it. */
const townSplits: readonly { since: EditionId; from: string; to: string }[] = [
  { since: '2023-06-30', from: '522732001', to: '522732002' },
];

/** Pairs of neighbouring editions, older first. */
export const editionSteps: readonly (readonly [EditionId, EditionId])[] = editions
  .slice(1)
  .map((later, place) => [editions[place]?.id ?? later.id, later.id] as const);

/** What codes and names alone prove; the county fills in the rest (`openVillages`) and may correct any row. */
export function startingMergeTable(): readonly MergeRow[] {
  starting ??= provenRows();
  return starting;
}

/** Asked at every submission, and the editions never change. */
let starting: readonly MergeRow[] | undefined;

function provenRows(): MergeRow[] {
  return editionSteps.flatMap(([fromEdition, toEdition]) =>
    villages(fromEdition).flatMap((village): MergeRow[] => {
      const next = successorOf(village, toEdition);
      return next
        ? [
            {
              fromEdition,
              from: village.code,
              toEdition,
              to: next.code,
              basis: next.code === village.code ? 'code' : 'name',
            },
          ]
        : [];
    })
  );
}

/** Villages of the older edition that no row follows: the county has to say where their people went. */
export function openVillages(table: readonly MergeRow[], fromEdition: EditionId, toEdition: EditionId): Division[] {
  const followed = new Set(
    table.filter((row) => row.fromEdition === fromEdition && row.toEdition === toEdition).map((row) => row.from)
  );
  return villages(fromEdition).filter(({ code }) => !followed.has(code));
}

/** The towns of the other edition that the town's land lies in, whichever edition is the older. */
export function sameLand(town: string, edition: EditionId): string[] {
  const linked = townSplits.flatMap(({ from, to }) => (town === from ? [to] : town === to ? [from] : []));
  return [town, ...linked].filter((code) => findDivision(code, edition));
}

/** The edition that follows; undefined for the newest. */
export const editionAfter = (edition: EditionId): EditionId | undefined =>
  editionSteps.find(([older]) => older === edition)?.[1];

/** Villages an old one may have gone to: those on its land, shared characters first. */
export function likelySuccessors(village: Division, toEdition: EditionId): Division[] {
  const score = ({ stem }: Division): number => sharedCharacters(village.stem, stem);
  return sameLand(village.parent ?? '', toEdition)
    .flatMap((town) => villages(toEdition, town))
    .sort((a, b) => score(b) - score(a) || (a.code < b.code ? -1 : 1));
}

function successorOf(village: Division, toEdition: EditionId): Division | undefined {
  const sameCode = findDivision(village.code, toEdition);
  if (sameCode?.stem === village.stem) return sameCode;
  const sameName = sameLand(village.parent ?? '', toEdition)
    .flatMap((town) => villages(toEdition, town))
    .filter((candidate) => candidate.stem === village.stem);
  return sameName.length === 1 ? sameName[0] : undefined;
}

/** A row the county enters: both ends must exist in neighbouring editions and lie on the same town's land. */
export function mergeRowFault(row: MergeRow): string | undefined {
  if (!editionSteps.some(([from, to]) => from === row.fromEdition && to === row.toEdition)) {
    return '合并对照只能在相邻的两个版本之间填写。';
  }
  const from = findDivision(row.from, row.fromEdition);
  const to = findDivision(row.to, row.toEdition);
  if (from?.level !== 'village') return '原村代码不在所选的旧版本里，请重新选择。';
  if (to?.level !== 'village') return '现村代码不在所选的新版本里，请重新选择。';
  const land = sameLand(from.parent ?? '', row.toEdition);
  if (!land.includes(to.parent ?? '')) return '原村和现村不在同一个镇(街道)，请核对。';
  return towns(row.toEdition).some(({ code }) => code === to.parent) ? undefined : '现村所在的镇(街道)不存在，请核对。';
}
