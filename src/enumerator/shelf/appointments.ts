import { localDay } from '@/domain/identity';
import type { CarriedPerson, CarriedVillage } from './carried';
import { isOpen } from './order';

export interface DayOfAppointments {
  /** YYYY-MM-DD in the county. */
  day: string;
  persons: CarriedPerson[];
}

/** Whom one promised to come to or call back, day by day, the earliest first; those done meanwhile are left out. */
export function appointmentsOf({ persons }: CarriedVillage): DayOfAppointments[] {
  const days = new Map<string, CarriedPerson[]>();
  for (const person of persons) {
    if (person.appointmentAt === '' || !isOpen(person)) continue;
    const day = localDay(new Date(person.appointmentAt));
    days.set(day, [...(days.get(day) ?? []), person]);
  }
  return [...days].map(([day, people]) => ({ day, persons: people })).sort((a, b) => (a.day < b.day ? -1 : 1));
}
