import { packedDivisions } from './packed';

/** An edition is named by its cut-off date; every stored village code carries the edition it was read from. */
export type EditionId = keyof typeof packedDivisions;

export interface Edition {
  id: EditionId;
  /** When 国家统计局 published it. */
  published: string;
  title: string;
}

export const editions: readonly Edition[] = [
  { id: '2017-10-31', published: '2018-06-20', title: '2017年版(并村前，242个村居)' },
  { id: '2018-10-31', published: '2019-01-31', title: '2018年版(并村后，91个村居)' },
  { id: '2023-06-30', published: '2023-09-11', title: '2023年版(含凤羽街道，105个村居)' },
];

/** The plan's seven towns with the villages in use since the merger of 2018. */
export const defaultEdition: EditionId = '2018-10-31';

export const countyCode = '522732';

export interface Division {
  code: string;
  name: string;
  /** The name without 镇, 街道, 村 or 社区; what two editions or two writers have in common. */
  stem: string;
  level: 'province' | 'prefecture' | 'county' | 'town' | 'village';
  kind?: 'village' | 'community';
  parent?: string;
}

const above: readonly Division[] = [
  { code: '52', name: '贵州省', stem: '贵州', level: 'province' },
  { code: '5227', name: '黔南布依族苗族自治州', stem: '黔南', level: 'prefecture', parent: '52' },
  { code: countyCode, name: '三都水族自治县', stem: '三都', level: 'county', parent: '5227' },
];

interface Unpacked {
  byCode: Map<string, Division>;
  children: Map<string, Division[]>;
  villages: Division[];
}

const unpacked = new Map<EditionId, Unpacked>();

export function isEditionId(text: string): text is EditionId {
  return editions.some((edition) => edition.id === text);
}

/** Provinces to villages; undefined when this edition has no such code. */
export function findDivision(code: string, edition: EditionId = defaultEdition): Division | undefined {
  return all(edition).byCode.get(code);
}

export function towns(edition: EditionId = defaultEdition): readonly Division[] {
  return childrenOf(countyCode, edition);
}

/** The villages of one town, or of the whole county when no town is given. */
export function villages(edition: EditionId = defaultEdition, town?: string): readonly Division[] {
  return town === undefined ? all(edition).villages : childrenOf(town, edition);
}

/** From the county down to the division itself; empty for an unknown code. */
export function divisionPath(code: string, edition: EditionId = defaultEdition): Division[] {
  const division = findDivision(code, edition);
  if (!division || division.level === 'province' || division.level === 'prefecture') return division ? [division] : [];
  return division.parent && division.level !== 'county'
    ? [...divisionPath(division.parent, edition), division]
    : [division];
}

/** 中和镇中海村; a town or the county by its own name. */
export function divisionLabel(code: string, edition: EditionId = defaultEdition): string | undefined {
  const path = divisionPath(code, edition).filter(({ level }, _, whole) => level !== 'county' || whole.length === 1);
  return path.length === 0 ? undefined : path.map(({ name }) => name).join('');
}

/** Every edition that has the code, oldest first. */
export function editionsWith(code: string): EditionId[] {
  return editions.map(({ id }) => id).filter((id) => findDivision(code, id) !== undefined);
}

function childrenOf(parent: string, edition: EditionId): readonly Division[] {
  return all(edition).children.get(parent) ?? [];
}

function all(edition: EditionId): Unpacked {
  const known = unpacked.get(edition);
  if (known) return known;
  const made: Unpacked = { byCode: new Map(), children: new Map(), villages: [] };
  for (const division of above) add(division, made);
  for (const line of packedDivisions[edition]) unpackTown(line, made);
  unpacked.set(edition, made);
  return made;
}

function unpackTown(line: string, made: Unpacked): void {
  const [head = '', ...rest] = line.split(' ');
  const code = head.slice(0, 9);
  const name = head.slice(9);
  add({ code, name, stem: name.replace(/(街道|镇)$/, ''), level: 'town', parent: countyCode }, made);
  for (const packed of rest) {
    const village = code + packed.slice(0, 3);
    const stem = packed.slice(3);
    const kind = Number(packed.slice(0, 3)) < 200 ? 'community' : 'village';
    const called = stem + (kind === 'community' ? '社区' : '村');
    add({ code: village, name: called, stem, level: 'village', kind, parent: code }, made);
  }
}

function add(division: Division, made: Unpacked): void {
  made.byCode.set(division.code, division);
  if (division.level === 'village') made.villages.push(division);
  if (division.parent === undefined) return;
  const siblings = made.children.get(division.parent);
  if (siblings) siblings.push(division);
  else made.children.set(division.parent, [division]);
}
