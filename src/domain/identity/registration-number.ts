import { plainCode } from './plain-text';

export type RegistrationNumberReading =
  | { ok: true; number: string }
  | { ok: false; reason: 'empty' | 'length' | 'characters' | 'checkDigit'; message: string };

/** 工商注册号 of before 2016 (GS 15-2006): fourteen digits and a check digit by ISO 7064 MOD 11,10. */
export function readRegistrationNumber(raw: string): RegistrationNumberReading {
  const number = plainCode(raw);
  if (number === '') return { ok: false, reason: 'empty', message: '请填写原注册号。' };
  if (!/^\d+$/.test(number)) {
    return { ok: false, reason: 'characters', message: '原注册号只能是数字，请对照旧营业执照改正。' };
  }
  if (number.length !== 15) {
    return { ok: false, reason: 'length', message: '原注册号应为15位，请对照旧营业执照核对。' };
  }
  if (registrationCheckDigit(number) !== number.charAt(14)) {
    return { ok: false, reason: 'checkDigit', message: '原注册号有一位不对，校验不通过。请逐位核对。' };
  }
  return { ok: true, number };
}

export function registrationCheckDigit(number: string): string {
  let product = 10;
  for (let place = 0; place < 14; place += 1) {
    const sum = (product + Number(number.charAt(place))) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
