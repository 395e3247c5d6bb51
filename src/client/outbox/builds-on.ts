import type { Entry } from '@/outbox';

/** The last form about somebody that has not arrived yet: the next one begins where it ends. */
export const waitingForm = (entries: readonly Entry[], subject: string, operation: string): Entry | undefined =>
  entries
    .filter((entry) => entry.subject === subject && entry.operation === operation)
    .filter(({ standing }) => standing.is === 'waiting' || standing.is === 'held')
    .at(-1);

/** A form about somebody that the cloud refused: opening it again puts it right. */
export const refusedForm = (entries: readonly Entry[], subject: string, operation: string): Entry | undefined =>
  entries
    .filter((entry) => entry.subject === subject && entry.operation === operation)
    .filter(({ standing }) => standing.is === 'refused')
    .at(-1);

/** What has to arrive before anything else about this person: that he was added, and the form before this one. */
export function buildsOn(entries: readonly Entry[], subject: string, operation: string): string[] {
  if (subject === '') return [];
  const added = entries.find(
    (entry) => entry.operation === 'register.addPerson' && entry.subject === subject && entry.standing.is !== 'received'
  );
  const earlier = operation === 'collect.recordVisit' ? undefined : waitingForm(entries, subject, operation);
  return [added, earlier].flatMap((entry) => (entry === undefined ? [] : [entry.id]));
}
