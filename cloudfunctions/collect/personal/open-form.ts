import { consentText } from '@/domain/campaign/consent';
import { maskAnswers } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { type FormMode, formModes, openForm as operation } from '@/domain/operations/collecting/collect';
import { Problem } from '@/domain/problem';
import { concernOfPerson } from '../../people/scope';
import { villageOf } from '../../people/villages';
import { dayInChina } from '../../runtime/clock';
import { type Context, handle } from '../../runtime/handle';
import { type SubjectRow, subjectOf } from '../../store/queries/records/submissions';
import { heldOf, liveAnswers, registerAnswers } from '../subject';
import { modeOf } from './personal-context';

/** What a phone needs to fill in the form of one person. Numbers and telephones leave the cloud masked. */
export const openForm = handle(operation, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  async act({ personId }, context) {
    const form = await formOf(personId, context);
    if (form === undefined) throw new Problem('found.nothing', { what: '这个人' });
    return form;
  },
});

/** The form of one person as it goes to a phone; undefined when there is no such person. */
export async function formOf(personId: string, { actor, db, now, services }: Context) {
  const { countyCode, accountId } = actor;
  const row = await subjectOf(db, { county: countyCode, accountId }, { personId, consentVersion: consentText.version });
  if (row === undefined) return undefined;
  const register = registerAnswers(row, countyCode, services.secrecy);
  const live = liveAnswers(row, countyCode, services.secrecy);
  return {
    formId: 'personal' as const,
    formVersion: personalForm.version,
    today: dayInChina(now),
    subject: {
      personId,
      name: row.name,
      idMasked: row.id_masked,
      householdId: row.household_id,
      village: villageOf(services.county, row.village_code),
      populationClass: row.population_class,
      collectState: row.collect_state,
    },
    register: maskAnswers(personalForm, register),
    held: heldOf(personalForm, { ...live, ...register }),
    live: describeLive(row, maskAnswers(personalForm, live)),
    consentVersion: consentText.version,
    mode: modeOf(actor.role, row, undefined),
  };
}

function describeLive(row: SubjectRow, answers: ReturnType<typeof maskAnswers>) {
  if (row.record_id === null || row.record_version === null || row.form_version === null) return null;
  return {
    recordId: row.record_id,
    version: row.record_version,
    formVersion: row.form_version,
    state: row.record_state ?? '',
    mode: recordMode(row.record_mode),
    answers,
    reasons: row.reasons ?? {},
    receiptNo: row.receipt_no ?? '',
    authorName: row.author_name ?? '',
    updatedAt: row.record_at ?? '',
  };
}

const recordMode = (mode: string): FormMode => formModes.find((known) => known === mode) ?? 'self';
