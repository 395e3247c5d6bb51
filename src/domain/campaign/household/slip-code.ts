/**
 * The code on the slip that a household gets: eleven characters of chance (54 bits) and one that tells a misread one, so
 * that a slip of the finger costs no try. No 0 O 1 I L. Tries are limited besides, and the code alone opens nothing.
 */
export const slipAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const slipChance = 11;

/** @param chance eleven characters of the alphabet */
export const slipCode = (chance: string): string => chance + checkCharacter(chance);

/** ABCD-EFGH-JKMN, as it stands on the paper. */
export const spokenSlipCode = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-');

/** What somebody typed or scanned → the code; undefined when it cannot be one. Full-width, small letters and dashes are put right. */
export function readSlipCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—·_.]/g, '');
  if (plain.length !== slipChance + 1 || [...plain].some((character) => !slipAlphabet.includes(character))) {
    return undefined;
  }
  return slipCode(plain.slice(0, slipChance)) === plain ? plain : undefined;
}

/** A prime modulus and different weights: one wrong character and two that changed places both show. */
function checkCharacter(chance: string): string {
  const sum = [...chance].reduce((total, character, place) => total + slipAlphabet.indexOf(character) * (place + 2), 0);
  return slipAlphabet.charAt(sum % slipAlphabet.length);
}
