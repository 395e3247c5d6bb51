import { consentText } from '@/domain/campaign/consent';
import { sampleIdNumber } from '@/domain/identity';
import type { NewEntry } from '@/outbox';
import { labourer } from '../../domain/forms/people';
import type { Known, Phone } from '../machine/phone';
import { changing, choices, type Field } from '../schedule/step';
import type { Deed } from './ledger';

/** The inputs that pages make of what people do. */

/** Who has no number is asked why; the others are not. */
const working = { ...labourer, hukouNature: '20', remark: '号码正在更正', confirmed: true };
const atTheDoor = { outcome: '01', guide: '示例村支书' };

export const firstAnswers: Readonly<Record<string, unknown>> = Object.fromEntries(
  changing.map((field) => [field, labourer[field]])
);
export const nobodyAsked: Known = { version: 0, values: firstAnswers };

/** What the person at the phone changes, against what his page started from. */
export function changesOf(fields: Partial<Record<Field, number>>, base: Known): Deed['changed'] {
  const changed: Deed['changed'] = {};
  for (const field of changing) {
    const chosen = fields[field];
    if (chosen === undefined) continue;
    const to = choices[field][chosen % choices[field].length];
    if (to !== base.values[field]) changed[field] = { from: base.values[field], to };
  }
  return changed;
}

export const valuesAfter = (base: Known, changed: Deed['changed']): Record<string, unknown> => ({
  ...base.values,
  ...Object.fromEntries(Object.entries(changed).map(([field, { to }]) => [field, to])),
});

interface Making {
  id: string;
  deed: Deed;
  phone: Pick<Phone, 'owner' | 'formVersion'>;
  /** Wall clock of the phone. */
  at: string;
}

export function form({ id, deed, phone, at }: Making, base: Known): NewEntry {
  const staff = phone.owner.who !== 'resident';
  return {
    id,
    operation: 'collect.submitRecord',
    subject: deed.personId,
    title: deed.mark,
    input: {
      submissionId: id,
      personId: deed.personId,
      formVersion: phone.formVersion,
      baseVersion: base.version,
      ...(base.startedFrom === undefined ? {} : { startedFrom: base.startedFrom }),
      answers: {
        ...working,
        phone: phoneOf(deed.personId),
        ...(staff ? atTheDoor : {}),
        ...valuesAfter(base, deed.changed),
      },
      reasons: {},
      ...(staff ? { mode: 'visit' } : {}),
      consentVersion: consentText.version,
      collectedAt: at,
      paradata: { mark: deed.mark },
    },
  };
}

/** Five households with one number would be asked why. */
const phoneOf = (personId: string): string => {
  const number = [...personId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_000_000, 7);
  return `139${String(number).padStart(8, '0')}`;
};

export const visit = ({ id, deed, at }: Making, outcome: string): NewEntry => ({
  id,
  operation: 'collect.recordVisit',
  subject: deed.personId,
  title: deed.mark,
  input: { visitId: id, personId: deed.personId, channel: 'visit', outcome, cadre: '', note: deed.mark, at },
});

/** Somebody at the door whom the register does not have; one without a number could be told twice only by his house. */
export const newcomer = (
  { id, deed }: Pick<Making, 'id' | 'deed'>,
  villageCode: string,
  born: string | null
): NewEntry => ({
  id,
  operation: 'register.addPerson',
  subject: deed.personId,
  title: deed.mark,
  input: {
    newPersonId: deed.personId,
    villageCode,
    groupName: '二组',
    houseNo: deed.mark,
    address: '',
    relation: '0',
    ethnic: '25',
    name: '潘示例',
    idNumber: born === null ? null : sampleIdNumber('522732', born, '2', 3),
    noNumberReason: born === null ? '号码正在更正' : '',
    ...(born === null ? { sex: '2', birthDate: '1985-06-01' } : {}),
  },
});
