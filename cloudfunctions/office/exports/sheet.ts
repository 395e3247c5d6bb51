import { type ExportPurposeName, exportPurpose, groupOf, isChildOn, seesOfChild } from '@/domain/access';
import { collectStates } from '@/domain/campaign/measures';
import { type Answers, columns, type FormDefinition, fieldClass, row } from '@/domain/form';
import { employerForm, personalForm } from '@/domain/forms';
import { csvLine } from '@/domain/register/csv';

/** Answers that name somebody or lead to his door. */
const naming: readonly string[] = [
  'name',
  'headName',
  'householdNo',
  'hukouAddress',
  'homeAddress',
  'birthDate',
  'certNo',
  'skillCertNo',
  'guide',
  'enumerator',
  'remark',
  'legalName',
  'contactName',
  'filler',
  'address',
];

/** What stands before the answers of each row. */
export interface Lead {
  town: string;
  village: string;
  state: string;
  receiptNo: string;
  birthDate: string | null;
}

/** A file of a purpose: its columns, and one line from the answers of one record. */
export interface Sheet {
  heads(): string;
  line(place: number, lead: Lead, answers: Answers): string;
  /** Whether the sealed answers of a record are in it, besides identity number and telephone. */
  opensRecord: boolean;
  wantsIdNumber: boolean;
  wantsPhone: boolean;
}

const states: Readonly<Record<string, string>> = collectStates;

/** @param today for whom of the people is a child */
export function sheetOf(purposeName: ExportPurposeName, formId: 'personal' | 'employer', today: string): Sheet {
  const purpose = exportPurpose(purposeName);
  const whole: FormDefinition = formId === 'personal' ? personalForm : employerForm;
  const fields = Object.entries(whole.fields).filter(([key]) => isIn(whole, key, purpose));
  const form: FormDefinition = { ...whole, fields: Object.fromEntries(fields) };
  const people = formId === 'personal';
  const year = people && !purpose.named;
  const child = purpose.groups.includes('child');
  const lead = [
    '序号',
    '乡镇（街道）',
    '村（居）',
    '状态',
    ...(purpose.named ? ['回执号'] : []),
    ...(year ? ['出生年份'] : []),
  ];
  return {
    heads: () => csvLine([...lead, ...columns(form).map(({ title }) => title)]),
    line(place, { town, village, state, receiptNo, birthDate }, answers) {
      const shown = people && !child && isChildOn(birthDate, today) ? ofChild(answers) : answers;
      const before = [String(place), town, village, states[state] ?? state];
      if (purpose.named) before.push(receiptNo);
      if (year) before.push((birthDate ?? '').slice(0, 4));
      return csvLine(before.concat(row(form, shown)));
    },
    opensRecord: purpose.inFull.includes('other'),
    wantsIdNumber: people && purpose.inFull.includes('idNumber'),
    wantsPhone: people && purpose.inFull.includes('phone'),
  };
}

function isIn(form: FormDefinition, key: string, purpose: ReturnType<typeof exportPurpose>): boolean {
  if (!purpose.named && naming.includes(key)) return false;
  if (fieldClass(form, key) === 'secret') {
    // The number and the telephone have a masked text beside them; the others would have to be opened to be masked.
    if (purpose.inFull.includes('other')) return true;
    return form.name === 'personal' && purpose.named && (key === 'idNo' || key === 'phone');
  }
  const group = groupOf(key);
  return group === undefined || form.name !== 'personal' || purpose.groups.includes(group);
}

const ofChild = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => seesOfChild(key)));
