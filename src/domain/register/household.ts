import type { RegisterRow } from './row';

/**
 * By what one household is told from another, best first: its number (a short one counts only inside its village),
 * the head's number, the head's name in his group. Undefined when the row says nothing about a household.
 * @param indexed turns an identity number into what may stand in a key: never the number itself
 */
export function householdKey(row: RegisterRow, indexed: (idNumber: string) => string): string | undefined {
  const place =
    [row.villageCode, row.town, row.village].filter((part) => part !== '').join('|') || placeOf(row.address);
  if (row.householdNo.length >= countyWide) return `no:${row.householdNo}`;
  if (row.householdNo !== '') return `no:${row.householdNo}@${place}|${row.group}`;
  if (row.headIdNumber !== '') return `id:${indexed(row.headIdNumber)}`;
  return row.headName === '' ? undefined : `at:${row.headName}@${place}|${row.group}|${row.houseNo}`;
}

/** Numbers of the household registration have nine digits and more; 1, 2, 15 count the houses of a village. */
const countyWide = 7;

const placeOf = (address: string): string => address.replace(/\d+(号|栋|幢).*$/, '');
