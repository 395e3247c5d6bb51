import {
  type IdNumberField,
  type NameField,
  type PhoneField,
  type Reader,
  reading,
  type UsccField,
} from '@/domain/form';
import {
  longestName,
  maskIdNumber,
  maskName,
  maskPhone,
  normalizeName,
  plainCode,
  readCreditCode,
  readIdNumber,
  readName,
  readPhone,
  upgradeOldNumber,
} from '@/domain/identity';

const says = (reading: { ok: true } | { ok: false; message: string }): string | undefined =>
  reading.ok ? undefined : reading.message;

/** GB 11643. A right number of 15 digits becomes today's 18 at once, and rule W5 asks to compare it with the card. */
const idNumberReader: Reader = {
  standard: 'GB 11643-1999',
  rule: 'E1',
  tidy(typed) {
    const number = plainCode(typed).replace(/×/g, 'X');
    if (!/^\d{15}$/.test(number)) return number;
    const upgraded = upgradeOldNumber(number);
    return readIdNumber(upgraded, lastDayOfBirthYear(upgraded)).ok ? upgraded : number;
  },
  fault: (value, today) => says(readIdNumber(value, today ?? lastDayOfBirthYear(value))),
  mask: maskIdNumber,
  keyboard: 'idcard',
  max: 18,
};

/** Without a today only the number itself is judged, not whether the birth lies ahead. */
const lastDayOfBirthYear = (number: string): string => `${number.slice(6, 10)}-12-31`;

const creditCodeReader: Reader = {
  standard: 'GB 32100-2015',
  rule: 'E33',
  tidy: plainCode,
  fault: (value) => says(readCreditCode(value)),
  mask: maskIdNumber,
  keyboard: 'text',
  max: 18,
};

const phoneReader: Reader = {
  standard: '11位手机号，或区号加固定电话',
  rule: 'value',
  tidy(typed) {
    const reading = readPhone(typed);
    return reading.ok ? reading.number : plainCode(typed);
  },
  fault: (value) => says(readPhone(value)),
  mask: maskPhone,
  keyboard: 'phone',
  max: 20,
};

const nameReader: Reader = {
  standard: '民委发〔2016〕33号',
  rule: 'value',
  tidy: normalizeName,
  fault: (value) => says(readName(value)),
  mask: maskName,
  keyboard: 'text',
  max: longestName,
};

type Options<F> = Omit<F, 'kind' | 'reader'>;

export const idNumber = <const O extends Options<IdNumberField>>(options: O) =>
  reading.idNumber({ ...options, reader: idNumberReader });
export const uscc = <const O extends Options<UsccField>>(options: O) =>
  reading.uscc({ ...options, reader: creditCodeReader });
export const phone = <const O extends Options<PhoneField>>(options: O) =>
  reading.phone({ ...options, reader: phoneReader });
export const name = <const O extends Options<NameField>>(options: O) =>
  reading.name({ ...options, reader: nameReader });
