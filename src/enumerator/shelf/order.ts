import type { CarriedHousehold, CarriedPerson, CarriedVillage } from './carried';

export interface HouseholdInList {
  household: CarriedHousehold | undefined;
  /** The head first, then by relation and age. */
  members: CarriedPerson[];
}

export interface ListFilter {
  /** Name, pinyin initials, house number or the last four characters of the identity number. */
  words: string;
  group: string;
  /** Only households with somebody still to be collected. */
  openOnly: boolean;
}

/** Households in the order one walks them: by group, then by house number as a number. */
export function householdsOf(village: CarriedVillage): HouseholdInList[] {
  const members = new Map<string, CarriedPerson[]>();
  for (const person of village.persons) {
    const known = members.get(person.householdId);
    if (known === undefined) members.set(person.householdId, [person]);
    else known.push(person);
  }
  const byId = new Map(village.households.map((household) => [household.householdId, household]));
  return [...members]
    .map(([householdId, persons]) => ({ household: byId.get(householdId), members: persons.sort(byRelation) }))
    .sort(byWalk);
}

/** One of them, without walking the rest; '' are those who belong to none. */
export function householdOf(village: CarriedVillage, householdId: string): HouseholdInList | undefined {
  const members = village.persons.filter((person) => person.householdId === householdId).sort(byRelation);
  if (members.length === 0) return undefined;
  return { household: village.households.find((household) => household.householdId === householdId), members };
}

export function filtered(list: readonly HouseholdInList[], { words, group, openOnly }: ListFilter): HouseholdInList[] {
  const wanted = words.trim().toLowerCase();
  return list.filter(({ household, members }) => {
    if (group !== '' && household?.groupName !== group) return false;
    if (openOnly && !members.some(isOpen)) return false;
    if (wanted === '') return true;
    if (household && (bareNo(household.houseNo) === bareNo(wanted) || household.householdNo.toLowerCase() === wanted))
      return true;
    return members.some((person) => matches(person, wanted));
  });
}

export const groupsOf = (village: CarriedVillage): string[] =>
  [...new Set(village.households.map(({ groupName }) => groupName))].filter(Boolean).sort(byNumberInside);

export const isOpen = ({ collectState }: CarriedPerson): boolean =>
  collectState === 'due' || collectState === 'returned';

/** 12号 and 12 are one house. */
const bareNo = (houseNo: string): string => houseNo.replace(/号$/, '');

/** The members that a search means, by name, initials or the last four of the number. */
export const foundIn = (members: readonly CarriedPerson[], words: string): CarriedPerson[] => {
  const wanted = words.trim().toLowerCase();
  return members.filter((person) => matches(person, wanted));
};

function matches({ name, initials, idMasked }: CarriedPerson, wanted: string): boolean {
  if (/^\d{3}[\dx]$/.test(wanted)) return idMasked.toLowerCase().endsWith(wanted);
  return name.toLowerCase().includes(wanted) || initials.toLowerCase().startsWith(wanted);
}

const byRelation = (a: CarriedPerson, b: CarriedPerson): number =>
  a.relation.localeCompare(b.relation) ||
  a.birthDate.localeCompare(b.birthDate) ||
  a.personId.localeCompare(b.personId);

function byWalk(a: HouseholdInList, b: HouseholdInList): number {
  if (a.household === undefined || b.household === undefined)
    return Number(a.household === undefined) - Number(b.household === undefined);
  return (
    byNumberInside(a.household.groupName, b.household.groupName) ||
    byNumberInside(a.household.houseNo, b.household.houseNo) ||
    a.household.householdId.localeCompare(b.household.householdId)
  );
}

const figures = '零一二三四五六七八九十';

/** 二组 before 十组 before 12组; what holds no number goes by its characters. */
function byNumberInside(a: string, b: string): number {
  return numberInside(a) - numberInside(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function numberInside(text: string): number {
  const digits = /\d+/.exec(text)?.[0];
  if (digits !== undefined) return Number(digits);
  const chinese = /[一二三四五六七八九十]+/.exec(text)?.[0];
  return chinese === undefined ? Number.MAX_SAFE_INTEGER : chineseNumber(chinese);
}

function chineseNumber(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : figures.indexOf(tens)) * 10 : 0;
  return ten + (ones === '' ? 0 : figures.indexOf(ones));
}
