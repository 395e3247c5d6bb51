import { toHalfWidth, withoutSpaces } from '../identity/plain-text';
import { type Division, type EditionId, editions, findDivision, towns } from './editions';
import { formerTownships } from './former-townships';
import { sameLand } from './merge-table';
import { foldVariants } from './names';

/** What an address names, from left to right. */
export interface AddressParts {
  /** It names another province, prefecture or county. */
  elsewhere: boolean;
  countyNamed: boolean;
  town?: TownMention;
  /** What is left after the county and town: village, group, house. */
  rest: string;
}

export interface TownMention {
  /** Towns of the target edition on whose land the named town lies. */
  towns: Division[];
  how: 'full' | 'stem' | 'former';
  named: string;
}

const ourPath = /^(中国)?(贵州省?)?(黔南(布依族苗族自治)?州?)?(三都(水族自治)?县?)?/;
const otherPlace = /^[^镇乡街村组]{1,9}?(省|自治区|自治州|特别行政区|市|州|盟|县|旗|[^社园小校景片库灾矿街]区)/;

/** Splits an address without knowing villages. Spaces, commas and full-width digits are put right first. */
export function addressParts(text: string, edition: EditionId): AddressParts {
  const plain = withoutSpaces(toHalfWidth(text)).replace(/[,，。、;；:：]/g, '');
  const own = ourPath.exec(plain)?.[0] ?? '';
  const afterCounty = plain.slice(own.length);
  const countyNamed = own.includes('三都');
  const town = townMention(afterCounty, edition);
  if (!town && otherPlace.test(afterCounty)) return { elsewhere: true, countyNamed, rest: afterCounty };
  const rest = town ? afterCounty.slice(town.length).replace(/^(办事处|街道办|人民政府)/, '') : afterCounty;
  return { elsewhere: false, countyNamed, rest, ...(town ? { town: town.mention } : {}) };
}

/** 三组, 第3村民小组, 上寨组, 12号: what the village committee goes by inside the village. */
export function groupOf(rest: string): string | undefined {
  const match = /^第?([一二三四五六七八九十\d]{1,3}|[^\d村组]{1,6})(村民)?小?组/.exec(rest);
  return match?.[1] === undefined ? undefined : `${match[1]}组`;
}

function townMention(text: string, edition: EditionId): { mention: TownMention; length: number } | undefined {
  const folded = foldVariants(text);
  for (const town of townsOfEveryEdition()) {
    if (folded.startsWith(foldVariants(town.name)))
      return found(town.name, 'full', town.code, town.name.length, edition);
  }
  for (const { name, town } of formerTownships) {
    if (folded.startsWith(foldVariants(name))) return found(name, 'former', town, name.length, edition);
  }
  for (const town of townsOfEveryEdition()) {
    const suffix = /^(镇|乡|街道办事处|街道办|街道)/.exec(text.slice(town.stem.length))?.[0] ?? '';
    const isVillage = /^(村|社区|居委|[一二三四五六七八九十\d]+组)/.test(text.slice(town.stem.length));
    if (folded.startsWith(foldVariants(town.stem)) && !isVillage) {
      return found(town.name, suffix ? 'full' : 'stem', town.code, town.stem.length + suffix.length, edition);
    }
  }
  return undefined;
}

function found(named: string, how: TownMention['how'], code: string, length: number, edition: EditionId) {
  const inEdition = sameLand(code, edition).flatMap((town) => findDivision(town, edition) ?? []);
  return { mention: { towns: inEdition, how, named }, length };
}

/** Longer names first, so that none hides behind its beginning. */
function townsOfEveryEdition(): Division[] {
  const byName = new Map(editions.flatMap(({ id }) => towns(id)).map((town) => [town.name, town]));
  return [...byName.values()].sort((a, b) => b.name.length - a.name.length);
}
