import { type Answers, type FormDefinition, mask } from '@/domain/form';
import { idPlace, phonePlace } from '../people/sealed';
import type { Secrecy } from '../secrecy';
import type { SubjectRow } from '../store/queries/records/submissions';

/** What the register and the live record know of a person, as answers of the form. */

/** In full; never leaves the function. */
export function registerAnswers(row: SubjectRow, county: string, secrecy: Secrecy): Answers {
  const ofHead = row.relation === '0' ? undefined : row.head_cipher;
  const known: Answers = {
    idType: row.id_type,
    idNo: row.id_cipher ? secrecy.open(row.id_cipher, idPlace(county, row.person_id)) : '',
    name: row.name,
    sex: row.sex === '9' ? '' : row.sex,
    birthDate: row.birth_date,
    ethnic: row.ethnic,
    hukouNature: formNature(row.hukou_nature),
    hukouVillage: row.village_code,
    hukouAddress: row.address || row.group_name,
    householdNo: row.household_no,
    relation: row.household_id === null ? '' : row.relation,
    headName: row.head_name,
    headIdNo: ofHead && row.head_id ? secrecy.open(ofHead, idPlace(county, row.head_id)) : '',
    phone: row.phone_cipher ? secrecy.open(row.phone_cipher, phonePlace(county, row.person_id)) : '',
  };
  return withoutEmpty(known);
}

/** The form asks for three of AAC009's values; the register may hold a finer one of the same kind. */
const formNature = (nature: string): string => (/^[125]/.test(nature) ? `${nature.charAt(0)}0` : '');

export const versionPlace = (county: string, recordId: string, version: number) => ({
  county,
  table: 'record_version',
  row: `${recordId}/${version}`,
  column: 'sealed',
});

/** The frozen paper copy lies in the same envelope as the secret answers, under a name no field can have. */
export const paperKey = 'paper:copy';

export function openVersion(
  secrecy: Secrecy,
  county: string,
  row: { record_id: string; version: number; answers: Answers; sealed: Uint8Array }
): { answers: Answers; paper: string } {
  const { [paperKey]: paper = '', ...secret } = secrecy.openSecrets(
    row.sealed,
    versionPlace(county, row.record_id, row.version)
  );
  return { answers: { ...row.answers, ...secret }, paper };
}

/** The live record's answers in full, if there is one. */
export function liveAnswers(row: SubjectRow, county: string, secrecy: Secrecy): Answers {
  const { record_id, record_version: version, answers, sealed } = row;
  if (record_id === null || version === null || answers === null || sealed === null) return {};
  return openVersion(secrecy, county, { record_id, version, answers, sealed }).answers;
}

/** Secret field → masked text, for the phone. */
export function heldOf(form: FormDefinition, known: Answers): Record<string, string> {
  const held: Record<string, string> = {};
  for (const [key, value] of Object.entries(known)) {
    if (typeof value !== 'string') continue;
    const shown = mask(form, key, value);
    if (shown !== value) held[key] = shown;
  }
  return held;
}

function withoutEmpty(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null && value !== ''));
}
