import { toHalfWidth, withoutSpaces } from './plain-text';

const sentences = {
  empty: '请填写联系电话。',
  characters: '电话号码里有不是数字的内容，请只填一个号码。',
  areaCode: '固定电话请加上区号，例如 0854-1234567。',
  length: '手机号应为11位，固定电话应带区号。请核对位数。',
  unknown: '这不像手机号或固定电话。手机号以13至19开头，固定电话以0和区号开头。',
} as const;

export type PhoneReading =
  /** Mobile numbers are 11 digits; landlines are area code, dash, number. */
  | { ok: true; kind: 'mobile' | 'landline'; number: string }
  | { ok: false; reason: keyof typeof sentences; message: string };

/** Accepts spaces, dashes, brackets, full-width digits, +86 and 0086. No list of carriers: new ranges appear every year. */
export function readPhone(raw: string): PhoneReading {
  const typed = withoutSpaces(toHalfWidth(raw)).replace(/[-\u2010-\u2015\u2212().\uff08\uff09]/g, '');
  if (typed === '') return fault('empty');
  const international = /^(\+86|0086|86(?=1\d{10}$))(\d*)$/.exec(typed);
  const digits = international ? (international[2] ?? '') : typed;
  if (!/^\d+$/.test(digits)) return fault('characters');
  if (/^1[3-9]\d{9}$/.test(digits)) return { ok: true, kind: 'mobile', number: digits };
  return readLandline(international && !digits.startsWith('0') ? `0${digits}` : digits);
}

/** 010 and 02x have two digits after the 0, all others three. */
function readLandline(digits: string): PhoneReading {
  const match = /^(010|02\d|0[3-9]\d{2})([2-8]\d{6,7})$/.exec(digits);
  if (match) return { ok: true, kind: 'landline', number: `${match[1]}-${match[2]}` };
  if (/^[2-8]\d{6,7}$/.test(digits)) return fault('areaCode');
  return fault(/^[01]/.test(digits) && digits.length !== 11 ? 'length' : 'unknown');
}

function fault(reason: keyof typeof sentences): PhoneReading {
  return { ok: false, reason, message: sentences[reason] };
}
