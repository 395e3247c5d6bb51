const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643 (ISO 7064 MOD 11-2): the eighteenth character for seventeen digits. */
export function idCheckDigit(seventeen: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(seventeen.charAt(place)), 0);
  return '10X98765432'.charAt(sum % 11);
}
