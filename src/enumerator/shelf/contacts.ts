import type { ContactOutcome } from '@/domain/campaign/visit-outcomes';
import { localDay } from '@/domain/identity';
import type { CarriedPerson } from './carried';

/**
 * The contacts that the rule of closing looks at, from what the list carries: on how many days, whether he refused.
 * The cloud judges again from the visits themselves.
 */
export function contactsOf(person: CarriedPerson, outcome: ContactOutcome, now = new Date()) {
  const { attemptDays, lastContactAt, refused } = person;
  const today = localDay(now);
  const triedToday = attemptDays > 0 && lastContactAt !== '' && localDay(new Date(lastContactAt)) === today;
  const earlier = Array.from({ length: attemptDays - (triedToday ? 1 : 0) }, (_, day) => ({
    outcome: '11' as const,
    at: new Date(now.getTime() - (day + 1) * 86_400_000),
  }));
  const before = triedToday ? [{ outcome: '11' as const, at: now }] : [];
  const refusal = refused ? [{ outcome: '16' as const, at: earlier[0]?.at ?? now }] : [];
  return [...earlier, ...before, ...refusal, { outcome, at: now }];
}
