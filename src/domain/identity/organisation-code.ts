import { plainCode } from './plain-text';

const weights = [3, 7, 9, 10, 5, 8, 4, 2];
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export type OrganisationCodeReading =
  | { ok: true; code: string }
  | { ok: false; reason: 'empty' | 'length' | 'characters' | 'checkDigit'; message: string };

/** GB 11714: eight characters and a check character, with or without the dash; stored without. */
export function readOrganisationCode(raw: string): OrganisationCodeReading {
  const code = plainCode(raw);
  if (code === '') return { ok: false, reason: 'empty', message: '请填写组织机构代码。' };
  if (code.length !== 9) {
    return { ok: false, reason: 'length', message: '组织机构代码应为9位，请对照代码证核对。' };
  }
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) {
    return { ok: false, reason: 'characters', message: '组织机构代码只能是数字和大写字母，请对照代码证改正。' };
  }
  if (organisationCheckDigit(code) !== code.charAt(8)) {
    return { ok: false, reason: 'checkDigit', message: '组织机构代码有一位不对，校验不通过。请逐位核对。' };
  }
  return { ok: true, code };
}

/** Positions 9–17 of a credit code are an organisation code too. */
export function organisationCheckDigit(code: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * alphabet.indexOf(code.charAt(place)), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
