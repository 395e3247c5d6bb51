/** Ids say the village and the number in it, so that the same wish gives the same ids in any batch. */
export const personId = (village: string, number: number): string => `p${village.slice(6)}-${padded(number)}`;
export const householdId = (village: string, number: number): string => `h${village.slice(6)}-${padded(number)}`;
export const userAccountId = (village: string, number: number): string =>
  `account-${village.slice(6)}-${padded(number)}`;

const padded = (number: number): string => String(number).padStart(5, '0');
