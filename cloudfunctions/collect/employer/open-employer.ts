import { maskAnswers } from '@/domain/form';
import { employerForm } from '@/domain/forms';
import { openEmployer as operation } from '@/domain/operations/collecting/employer';
import { namedVillage } from '../../people/villages';
import { dayInChina } from '../../runtime/clock';
import { handle } from '../../runtime/handle';
import type { EmployerRow } from '../../store/queries/records/employers';
import { heldOf } from '../subject';
import { answersOfEmployer, concernOfEmployer, employerOf } from './employer-subject';

/** The form of an employer of the village, or an empty one. */
export const openEmployer = handle(operation, {
  concerns: concernOfEmployer,
  async act(input, context) {
    const { now, services } = context;
    const employer = await employerOf(input, context);
    const live = answersOfEmployer(employer, context);
    return {
      formId: 'employer' as const,
      formVersion: employerForm.version,
      today: dayInChina(now),
      village: namedVillage(services.county, input.villageCode),
      register: { village: input.villageCode },
      held: heldOf(employerForm, live),
      live: describeLive(employer, maskAnswers(employerForm, live)),
    };
  },
});

function describeLive(employer: EmployerRow | undefined, answers: ReturnType<typeof maskAnswers>) {
  if (!employer?.record_id || !employer.version || !employer.form_version) return null;
  return {
    recordId: employer.record_id,
    version: employer.version,
    formVersion: employer.form_version,
    answers,
    reasons: employer.reasons ?? {},
    receiptNo: employer.receipt_no ?? '',
    authorName: employer.author_name ?? '',
    updatedAt: employer.updated_at ?? '',
  };
}
