import { packedAreas } from './packed/areas';

/** A province (2 digits), prefecture (4), county (6) or, where a city has no counties, town (9). */
export interface Area {
  code: string;
  name: string;
  parent?: string;
}

interface AreaIndex {
  byCode: Map<string, Area>;
  children: Map<string, Area[]>;
}

let cached: AreaIndex | undefined;

export function provinces(): Area[] {
  return areaChildren('');
}

/** The areas directly under a code, in code order; none for a county. */
export function areaChildren(code: string): Area[] {
  return index().children.get(shortAreaCode(code)) ?? [];
}

/** Finds 52, 520000, 5227, 522700 or 522732 alike. */
export function findArea(code: string): Area | undefined {
  return index().byCode.get(shortAreaCode(code));
}

/** From province down to the area itself; empty for an unknown code. */
export function areaPath(code: string): Area[] {
  const area = findArea(code);
  if (!area) return [];
  return area.parent ? [...areaPath(area.parent), area] : [area];
}

/** 广东省东莞市; the filler levels 市辖区, 县 and 省直辖县级行政区划 are left out of the words. */
export function areaLabel(code: string): string | undefined {
  const path = areaPath(code);
  if (path.length === 0) return undefined;
  return path
    .filter((area, level) => level !== 1 || path.length === 2 || !isFiller(area.name))
    .map((area) => area.name)
    .join('');
}

/** Lists of other systems pad to six digits: 440000 is 44, 441900 is 4419. */
export function shortAreaCode(code: string): string {
  if (code.length !== 6) return code;
  if (code.endsWith('0000')) return code.slice(0, 2);
  return code.endsWith('00') ? code.slice(0, 4) : code;
}

function isFiller(name: string): boolean {
  return name === '市辖区' || name === '县' || name.endsWith('直辖县级行政区划');
}

function index(): AreaIndex {
  cached ??= unpack();
  return cached;
}

function unpack(): AreaIndex {
  const built: AreaIndex = { byCode: new Map(), children: new Map() };
  for (const line of packedAreas) {
    const [province = '', ...prefectures] = line.split(';');
    const provinceCode = add(built, '', province);
    for (const group of prefectures) {
      const [prefecture = '', ...counties] = group.split(',');
      const prefectureCode = add(built, provinceCode, prefecture);
      for (const county of counties) add(built, prefectureCode, county);
    }
  }
  return built;
}

function add(built: AreaIndex, parent: string, packed: string): string {
  const digits = /^\d+/.exec(packed)?.[0] ?? '';
  const area: Area = { code: parent + digits, name: packed.slice(digits.length) };
  if (parent) area.parent = parent;
  built.byCode.set(area.code, area);
  const siblings = built.children.get(parent);
  if (siblings) siblings.push(area);
  else built.children.set(parent, [area]);
  return area.code;
}
