import { idTypeOf, nameKey, plainCode, readIdNumber, readName, readPhone, upgradeOldNumber } from '@/domain/identity';
import { Problem } from '@/domain/problem';
import type { Secrecy } from '../secrecy';
import { nameInitials } from './initials';

/** What a person typed, read by the rules of identity. The problems name the field and the reason, never the value. */

export interface ReadIdentity {
  name: string;
  name_key: string;
  name_initials: string;
  sex: string;
  birth_date: string | null;
  id_type: string;
  /** Null for somebody without a number. */
  idNumber: string | null;
}

interface Typed {
  name: string;
  idNumber: string | null;
  noNumberReason?: string;
  sex?: string | undefined;
  birthDate?: string | undefined;
}

/** Errors: person.name, person.idNumber, person.incomplete. */
export function readIdentity(typed: Typed, today: string): ReadIdentity {
  const name = readName(typed.name);
  if (!name.ok) throw new Problem('person.name', { reason: name.message });
  const named = { name: name.name, name_key: nameKey(name.name), name_initials: nameInitials(name.name) };
  if (typed.idNumber === null) return { ...named, ...withoutNumber(typed, today) };
  const number = readIdNumber(typed.idNumber, today);
  if (!number.ok) throw new Problem('person.idNumber', { reason: number.message });
  const known = 'sex' in number ? { sex: number.sex, birth_date: number.birthDate } : readBirth(typed, today);
  return { ...named, ...known, id_type: idTypeOf[number.holder], idNumber: number.number };
}

const noNumber = '2';

function withoutNumber(typed: Typed, today: string) {
  if ((typed.noNumberReason ?? '').trim() === '') throw new Problem('person.incomplete', { missing: '没有号码的原因' });
  return { ...readBirth(typed, today), id_type: noNumber, idNumber: null };
}

function readBirth({ sex, birthDate }: Typed, today: string): { sex: string; birth_date: string } {
  const missing = [...(sex === undefined ? ['性别'] : []), ...(birthDate === undefined ? ['出生日期'] : [])];
  if (sex === undefined || birthDate === undefined)
    throw new Problem('person.incomplete', { missing: missing.join('、') });
  if (birthDate > today || birthDate < '1880-01-01') {
    throw new Problem('call.invalid', { field: '出生日期', reason: '不能晚于今天，也不能早于1880年' });
  }
  return { sex, birth_date: birthDate };
}

/** Errors: person.phone. */
export function readPhoneNumber(typed: string): string {
  const reading = readPhone(typed);
  if (!reading.ok) throw new Problem('person.phone', { reason: reading.message });
  return reading.number;
}

/** Under what somebody with this number is found; one of before 1999 is looked for in today's form as well. */
export function indexesOfNumber(secrecy: Pick<Secrecy, 'indexes'>, typed: string): Buffer[] {
  const number = plainCode(typed);
  const forms = /^\d{15}$/.test(number) ? [number, upgradeOldNumber(number)] : [number];
  return forms.flatMap((form) => secrecy.indexes('idNumber', form));
}
