import { addDays } from '@/domain/identity';
import type { Role } from '../family';
import { type Maker, withFamilyPhone } from '../people';
import { residenceIn } from '../residences';
import type { SeedPerson } from '../types';

interface Fixed extends Pick<Role, 'relation' | 'sex' | 'age'> {
  name: string;
  phone?: boolean;
  residence?: string;
}

/** The three families whose members can be signed in as; always the first of their village, in this order. */
export const personaFamilies: readonly (readonly Fixed[])[] = [
  [
    { relation: '0', sex: '1', age: 41, name: '韦水生', phone: true },
    { relation: '1', sex: '2', age: 39, name: '潘秀兰', phone: true },
    { relation: '2', sex: '1', age: 17, name: '韦宇轩' },
    { relation: '2', sex: '2', age: 9, name: '韦雨婷' },
    { relation: '3', sex: '2', age: 68, name: '蒙桂花' },
  ],
  [
    { relation: '0', sex: '1', age: 29, name: '潘志强', phone: true, residence: '441900121' },
    { relation: '1', sex: '2', age: 27, name: '韦小燕', phone: true },
    { relation: '2', sex: '2', age: 4, name: '潘子涵' },
  ],
  [
    { relation: '0', sex: '2', age: 79, name: '陆玉花' },
    { relation: '2', sex: '2', age: 50, name: '石春兰', phone: true },
    { relation: '6', sex: '1', age: 52, name: '杨光明', phone: true },
    { relation: '7', sex: '1', age: 24, name: '杨浩', phone: true, residence: '330782' },
  ],
];

export const personaPeople = personaFamilies.reduce((sum, family) => sum + family.length, 0);

export function personaMembers(family: readonly Fixed[], maker: Maker): Omit<SeedPerson, 'personId'>[] {
  const members = family.map(({ relation, sex, age, name, phone, residence }): Omit<SeedPerson, 'personId'> => {
    maker.count();
    // Half a year past the birthday, so that nobody changes class while the county is looked at.
    const birthDate = addDays(`${Number(maker.today.slice(0, 4)) - age}${maker.today.slice(4, 8)}01`, -183);
    const home = residence === undefined ? { code: '', address: '' } : residenceIn(residence);
    return {
      relation,
      name,
      sex,
      birthDate,
      ethnic: '25',
      idType: '1',
      idNumber: maker.numberFor(birthDate, sex, false),
      phone: phone === true ? maker.phone() : null,
      phoneOwner: phone === true ? '1' : '',
      hukouNature: '20',
      residenceCode: home.code,
      residenceAddress: home.address,
    };
  });
  return withFamilyPhone(members, maker);
}
