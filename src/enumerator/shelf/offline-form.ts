import type { OpenedForm } from '@/client/filling/use-open-form';
import type { Answers } from '@/domain/form';
import type { CarriedPerson, CarriedVillage } from './carried';

/**
 * The form of somebody on the carried list, opened without the cloud: what the register says of him, identity masked.
 * A masked answer sent back as it is stands for what the cloud holds.
 */
export function openFromList(village: CarriedVillage, person: CarriedPerson, today: string): OpenedForm {
  const household = village.households.find(({ householdId }) => householdId === person.householdId);
  const head = village.persons.find(
    ({ householdId, relation }) => householdId === person.householdId && relation === '0'
  );
  const register: Answers = withoutEmpty({
    idType: person.idType,
    idNo: person.idMasked,
    name: person.name,
    sex: person.sex === '9' ? '' : person.sex,
    birthDate: person.birthDate,
    ethnic: person.ethnic,
    hukouNature: /^[125]/.test(person.hukouNature) ? `${person.hukouNature.charAt(0)}0` : '',
    hukouVillage: village.villageCode,
    hukouAddress: household?.address || person.groupName,
    householdNo: household?.householdNo ?? '',
    relation: person.householdId === '' ? '' : person.relation,
    headName: head?.name ?? '',
    headIdNo: person.relation === '0' ? '' : (head?.idMasked ?? ''),
    phone: person.phoneMasked,
  });
  const held: Record<string, string> = {};
  for (const key of ['idNo', 'headIdNo', 'phone']) {
    const value = register[key];
    if (typeof value === 'string') held[key] = value;
  }
  return {
    formId: 'personal',
    formVersion: village.formVersion,
    today,
    subject: {
      personId: person.personId,
      name: person.name,
      idMasked: person.idMasked,
      householdId: person.householdId || null,
      village: null,
      populationClass: person.populationClass,
      collectState: person.collectState,
    },
    register,
    held,
    live: null,
    consentVersion: village.consentVersion,
    mode: 'visit',
  };
}

const withoutEmpty = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
