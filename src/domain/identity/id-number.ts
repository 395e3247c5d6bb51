import { isKnownIdPrefix } from '../codes/id-prefixes';
import { ageOn, isCalendarDate } from './calendar';
import { idCheckDigit } from './id-check-digit';
import { type IdNumberFault, idNumberSentences } from './id-number-sentences';
import { plainCode } from './plain-text';

export type Sex = '1' | '2';

/** Whose card it is: a citizen's, a permit of Hong Kong, Macau and Taiwan residents, a foreigner's permanent residence. */
export type IdHolder = 'citizen' | 'hkmt' | 'foreigner';

export type IdNumberReading =
  | { ok: true; holder: IdHolder; number: string; sex: Sex; birthDate: string; prefixKnown: boolean }
  /** Cards before 2023-12: three letters and twelve digits, from which neither sex nor century can be read. */
  | { ok: true; holder: 'foreigner'; number: string }
  | { ok: false; reason: IdNumberFault; message: string; upgraded?: string };

/** No one on record has lived longer than about 135 years; 1800 is a typing error. */
const oldest = 140;

/**
 * Reads what a person typed or a table holds. Full-width digits, spaces, dashes and a lower-case x are put right first.
 * `today` is YYYY-MM-DD. The message never repeats the number. Source: GB 11643-1999.
 */
export function readIdNumber(raw: string, today: string): IdNumberReading {
  const number = plainCode(raw).replace(/\u00d7/g, 'X');
  if (number === '') return fault('empty');
  if (/^[A-Z]{3}\d{12}$/.test(number)) return { ok: true, holder: 'foreigner', number };
  if (/^\d{15}$/.test(number)) return readOldNumber(number, today);
  if (!/^[0-9X]+$/.test(number)) return fault('characters');
  if (number.length !== 18) return fault('length');
  if (!/^\d{17}[0-9X]$/.test(number)) return fault('characters');

  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const dateFault = faultOfBirth(birthDate, today);
  if (dateFault) return fault(dateFault);
  if (idCheckDigit(number.slice(0, 17)) !== number.charAt(17)) return fault('checkDigit');
  return {
    ok: true,
    holder: holderOf(number),
    number,
    sex: Number(number.charAt(16)) % 2 === 1 ? '1' : '2',
    birthDate,
    prefixKnown: number.startsWith('9') || isKnownIdPrefix(number.slice(0, 6)),
  };
}

/** The fifteen-digit number of before 1999 in today's form; 996–999 were given to people born before 1900. */
export function upgradeOldNumber(fifteen: string): string {
  const century = /99[6-9]$/.test(fifteen) ? '18' : '19';
  const seventeen = `${fifteen.slice(0, 6)}${century}${fifteen.slice(6)}`;
  return seventeen + idCheckDigit(seventeen);
}

/** The old form is right in itself, but nothing proves that the upgraded number is the one on today's card: the person is asked. */
function readOldNumber(number: string, today: string): IdNumberReading {
  const upgraded = upgradeOldNumber(number);
  const reading = readIdNumber(upgraded, today);
  return reading.ok ? { ...fault('fifteenDigits'), upgraded } : fault(reading.reason);
}

function faultOfBirth(birthDate: string, today: string): IdNumberFault | undefined {
  if (!isCalendarDate(birthDate)) return 'birthDate';
  if (birthDate > today) return 'future';
  return ageOn(birthDate, today) > oldest ? 'tooOld' : undefined;
}

function holderOf(number: string): IdHolder {
  if (number.startsWith('9')) return 'foreigner';
  return /^8[123]0000/.test(number) ? 'hkmt' : 'citizen';
}

function fault(reason: IdNumberFault): { ok: false; reason: IdNumberFault; message: string } {
  return { ok: false, reason, message: idNumberSentences[reason] };
}
