import { organisationCheckDigit } from './organisation-code';
import { plainCode } from './plain-text';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const sentences = {
  empty: '请填写统一社会信用代码。',
  length: '统一社会信用代码应为18位，请对照营业执照核对。',
  letters: '统一社会信用代码里没有字母 I、O、Z、S、V，可能把数字1、0、2、5看成了字母。请对照营业执照改正。',
  characters: '统一社会信用代码只能是数字和大写字母，请对照营业执照改正。',
  checkDigit: '统一社会信用代码有一位不对，最后一位校验不通过。请对照营业执照逐位核对。',
  organisation: '统一社会信用代码第9至17位不对，校验不通过。请对照营业执照逐位核对。',
} as const;

export type CreditCodeReading =
  /** `registrar` is a code of `uscc_first`, `kind` of `uscc_second`, `division` six digits. */
  | { ok: true; code: string; registrar: string; kind: string; division: string; organisationCode: string }
  | { ok: false; reason: keyof typeof sentences; message: string };

/** GB 32100-2015: mod 31 over the whole, mod 11 (GB 11714) over positions 9–17. */
export function readCreditCode(raw: string): CreditCodeReading {
  const code = plainCode(raw);
  if (code === '') return fault('empty');
  if (!/^[0-9A-Z]+$/.test(code)) return fault('characters');
  if (code.length !== 18) return fault('length');
  if (/[IOZSV]/.test(code)) return fault('letters');
  if (!/^[1-9ANY][0-9A-Z]\d{6}/.test(code)) return fault('characters');
  if (creditCheckDigit(code) !== code.charAt(17)) return fault('checkDigit');
  const organisationCode = code.slice(8, 17);
  if (organisationCheckDigit(organisationCode) !== organisationCode.charAt(8)) return fault('organisation');
  return {
    ok: true,
    code,
    registrar: code.charAt(0),
    kind: code.slice(0, 2),
    division: code.slice(2, 8),
    organisationCode,
  };
}

export function creditCheckDigit(code: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * alphabet.indexOf(code.charAt(place)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

function fault(reason: keyof typeof sentences): CreditCodeReading {
  return { ok: false, reason, message: sentences[reason] };
}
