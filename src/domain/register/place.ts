import { type Placement, placeInVillage } from '../campaign/placement';
import { type EditionId, findDivision, type MergeRow, towns } from '../divisions';
import { toHalfWidth, withoutSpaces } from '../identity';
import type { RegisterRow } from './row';

/** How a person's village was found: by its code, an older edition's code, its name in a town, an address, his head. */
export type PlacedBy = 'code' | 'edition' | 'name' | 'address' | 'head' | 'claim';

export interface RegisterPlace {
  /** Null while nobody can tell: the queue then has the candidates. */
  villageCode: string | null;
  oldVillageCode: string;
  group: string;
  by: PlacedBy | '';
  reason: string;
  confidence: string;
  queue: { townCode: string; candidates: { code: string; name: string; why: string }[]; why: string } | null;
}

export interface PlaceRules {
  table: readonly MergeRow[];
  edition: EditionId;
  /** The edition the register's codes follow, when it says so. */
  stated?: EditionId | undefined;
}

type PlaceWords = Pick<RegisterRow, 'villageCode' | 'town' | 'village' | 'group' | 'address'>;

/**
 * Places rows by one set of rules. Answers are kept by what the rows say up to the group: a village has thousands of
 * people and one answer.
 */
export function rowPlacer(rules: PlaceRules): (row: PlaceWords) => RegisterPlace {
  const known = new Map<string, RegisterPlace>();
  return (row) => {
    const words = { ...row, address: upToGroup(row.address) };
    const key = JSON.stringify([words.villageCode, words.town, words.village, words.group, words.address]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const place = placeWords(words, rules);
    if (known.size >= 50_000) known.clear();
    known.set(key, place);
    return place;
  };
}

/** A place taken over from the head of the household or another member who could be placed. */
export const placeOfHead = (
  head: { villageCode: string; oldVillageCode: string; group: string },
  group: string
): RegisterPlace => ({
  villageCode: head.villageCode,
  oldVillageCode: head.oldVillageCode,
  group: group === '' ? head.group : group,
  by: 'head',
  reason: '这一行没有写清村（居），按同一户户主的村（居）归属。',
  confidence: '0.8',
  queue: null,
});

function placeWords(words: PlaceWords, rules: PlaceRules): RegisterPlace {
  const register =
    words.villageCode === '' ? undefined : { code: words.villageCode.slice(0, 12), edition: rules.stated };
  const spelled = spelledPlace(words);
  const first = placeInVillage({ register, address: spelled === '' ? words.address : spelled }, rules);
  const second =
    first.state === 'queued' && spelled !== '' && words.address !== ''
      ? placeInVillage({ register, address: words.address }, rules)
      : first;
  const chosen = second.state === 'placed' ? second : first;
  if (chosen.state === 'queued') return waiting(chosen, words, rules);
  const by = byOf(chosen, words, second === chosen && second !== first);
  const named = spelled === '' ? undefined : placeInVillage({ address: spelled }, rules);
  const differs = named?.state === 'placed' && named.village.code !== chosen.village.code;
  const doubt = differs ? `名册写的村名是${named.village.name}，与代码不一致，以代码为准，请核对。` : '';
  return {
    villageCode: chosen.village.code,
    oldVillageCode: chosen.oldVillage ?? '',
    group: words.group !== '' ? words.group : (chosen.group ?? ''),
    by,
    reason: chosen.reason.replace('县户籍名册上您的户籍在', '按户籍名册的村（居）代码归属') + doubt,
    confidence: String(differs ? 0.7 : chosen.confidence),
    queue: null,
  };
}

function byOf(placed: Placement & { state: 'placed' }, words: PlaceWords, byAddress: boolean): PlacedBy {
  if (placed.by === 'register') return words.villageCode === placed.village.code ? 'code' : 'edition';
  return byAddress || spelledPlace(words) === '' ? 'address' : 'name';
}

/** Town and village written in their own columns, as an address: the town in front, so that the name is never alone. */
function spelledPlace({ town, village, group }: PlaceWords): string {
  if (village === '') return '';
  const plain = withoutSpaces(toHalfWidth(village));
  const lead = withoutSpaces(toHalfWidth(town));
  const inside = lead !== '' && plain.includes(lead) ? plain : `${lead}${plain}`;
  return `${inside}${withoutSpaces(toHalfWidth(group))}`;
}

function waiting(
  placement: Placement & { state: 'queued' },
  words: PlaceWords,
  { edition }: PlaceRules
): RegisterPlace {
  const town = placement.town ?? townOf(words, edition) ?? '';
  return {
    villageCode: null,
    oldVillageCode: placement.oldVillage ?? '',
    group: words.group !== '' ? words.group : (placement.group ?? ''),
    by: '',
    reason: placement.why,
    confidence: '',
    queue: {
      townCode: town,
      why: placement.why,
      candidates: placement.candidates
        .slice(0, 60)
        .map(({ village, why }) => ({ code: village.code, name: village.name, why })),
    },
  };
}

/** The town a queue belongs to even where the village is not clear. */
function townOf({ town, villageCode, address }: PlaceWords, edition: EditionId): string | undefined {
  const byCode = villageCode.slice(0, 9);
  if (findDivision(byCode, edition)?.level === 'town') return byCode;
  const text = withoutSpaces(`${town}${address}`);
  return towns(edition).find(({ name, stem }) => text.includes(name) || town === stem)?.code;
}

/** 三组12号 → 三组: what follows the group is the house. */
const upToGroup = (address: string): string =>
  address.replace(/(组|寨|社|队)[^组寨社队]*$/, '$1').replace(/\d+(号|栋|幢|单元|室).*$/, '');
