import { maskIdNumber, maskPhone } from '@/domain/identity';
import type { Place, Secrecy } from '../secrecy';

/** How a person's identity number and phone stand in the store: ciphertext, blind index, masked text. */

export const idPlace = (county: string, personId: string): Place => ({
  county,
  table: 'person',
  row: personId,
  column: 'id_cipher',
});

export const phonePlace = (county: string, personId: string): Place => ({
  county,
  table: 'person',
  row: personId,
  column: 'phone_cipher',
});

export interface SealedId {
  id_cipher: Buffer | null;
  id_index: Buffer | null;
  id_masked: string;
  id_tail: string;
}

export const noId: SealedId = { id_cipher: null, id_index: null, id_masked: '', id_tail: '' };

export const sealId = (secrecy: Secrecy, county: string, personId: string, idNumber: string): SealedId => ({
  id_cipher: secrecy.seal(idNumber, idPlace(county, personId)),
  id_index: secrecy.index('idNumber', idNumber),
  id_masked: maskIdNumber(idNumber),
  id_tail: idNumber.slice(-4),
});

export interface SealedPhone {
  phone_cipher: Buffer | null;
  phone_index: Buffer | null;
  phone_masked: string;
}

export const noPhone: SealedPhone = { phone_cipher: null, phone_index: null, phone_masked: '' };

export const sealPhone = (secrecy: Secrecy, county: string, personId: string, phone: string): SealedPhone => ({
  phone_cipher: secrecy.seal(phone, phonePlace(county, personId)),
  phone_index: secrecy.index('phone', phone),
  phone_masked: maskPhone(phone),
});
