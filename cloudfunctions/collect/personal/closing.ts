import { type ClosingClass, closingClasses, mayClose } from '@/domain/campaign/closing';
import type { Answers } from '@/domain/form';
import { Problem } from '@/domain/problem';
import type { Db } from '../../store/port';
import { contactsOf } from '../../store/queries/records/visits';

const isClosing = (populationClass: unknown): populationClass is ClosingClass =>
  typeof populationClass === 'string' && Object.hasOwn(closingClasses, populationClass);

/** A form with such a class closes the person; only staff may, with proof, and a second person confirms it. */
export const closingClassOf = ({ populationClass }: Answers): ClosingClass | undefined =>
  isClosing(populationClass) ? populationClass : undefined;

/** A family can say that somebody died, is missing or moved away; the rest only those who went there can know. */
const byFamily: readonly ClosingClass[] = ['09', '10', '11'];

/** Errors: form.faults with what is missing for closing. */
export async function refuseWithoutProof(
  populationClass: ClosingClass,
  answers: Answers,
  { db, county, personId, now, resident }: { db: Db; county: string; personId: string; now: Date; resident: boolean }
): Promise<void> {
  if (resident) {
    if (byFamily.includes(populationClass)) return;
    const { title } = closingClasses[populationClass];
    throw fault(`「人口资源分类」的“${title}”要由村（居）干部或采集员登记，请改选其他一项。`);
  }
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const contacts = await contactsOf(db, county, personId);
  const answer = mayClose({
    populationClass,
    since: text(answers.classDate) || undefined,
    witness: text(answers.guide) || (answers.respondent === undefined ? '' : '家属'),
    reason: text(answers.remark),
    contacts: contacts.map(({ outcome, at }) => ({ outcome, at: new Date(at) })),
    now,
  });
  if (!answer.may) throw fault(answer.sentence);
}

const fault = (first: string): Problem => new Problem('form.faults', { count: 1, first, field: 'populationClass' });
