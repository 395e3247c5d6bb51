import { fieldsBehind, type Revealable, revealables } from '@/domain/access';
import { type Answers, type CheckContext, type FormDefinition, readable } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { Problem } from '@/domain/problem';
import { divisionBook } from '../../collect/division-book';
import { openVersion } from '../../collect/subject';
import { idPlace, phonePlace } from '../../people/sealed';
import { dayInChina } from '../../runtime/clock';
import type { Context } from '../../runtime/handle';
import { versionOf } from '../../store/queries/records/record-versions';
import { type SealedRow, sealedOf } from '../../store/queries/secrecy/reveals';

export interface FullLine {
  label: string;
  text: string;
}

const form: FormDefinition = personalForm;

/**
 * The lines behind something that may be looked at: the register's own number and telephone, else what the live record
 * holds. Errors: found.nothing.
 */
export async function inFull(personId: string, what: Revealable, context: Context): Promise<FullLine[]> {
  const { actor, db, services } = context;
  const row = await sealedOf(db, actor.countyCode, personId);
  if (row === undefined) throw new Problem('found.nothing', { what: '这个人' });
  const kept = ofRegister(row, personId, what, context);
  if (kept !== '') return [{ label: revealables[what], text: kept }];
  const subject = { formId: form.name, subjectId: personId, version: undefined };
  const version = await versionOf(db, actor.countyCode, subject);
  const answers = version === undefined ? {} : openVersion(services.secrecy, actor.countyCode, version).answers;
  const lines = ofRecord(answers, what, { today: dayInChina(context.now), divisions: divisionBook });
  if (lines.length === 0) throw new Problem('found.nothing', { what: `此人的${revealables[what]}` });
  return lines;
}

function ofRegister(
  { id_cipher, phone_cipher }: SealedRow,
  personId: string,
  what: Revealable,
  { actor, services }: Context
): string {
  if (what === 'idNumber' && id_cipher !== null) {
    return services.secrecy.open(id_cipher, idPlace(actor.countyCode, personId));
  }
  if (what === 'phone' && phone_cipher !== null) {
    return services.secrecy.open(phone_cipher, phonePlace(actor.countyCode, personId));
  }
  return '';
}

function ofRecord(answers: Answers, what: Revealable, ctx: CheckContext): FullLine[] {
  return fieldsBehind[what].flatMap((field) => {
    const declared = form.fields[field];
    const value = answers[field];
    if (declared === undefined || value === undefined || value === '') return [];
    return [{ label: declared.label, text: readable(form, field, value, ctx) }];
  });
}
