import { planPhases } from '@/domain/campaign/phases';
import { addDays, daysBetween } from '@/domain/identity';
import { dayInChina } from '../../runtime/clock';
import type { SeedAssignment } from '../seed';
import type { Told } from './rows';

/** The first start falls on this day of collecting, so that the county is seen at work and not years after its end. */
export const dayOfCollecting = 30;

/** The plan's phases, moved so that collecting is under way today, and the work shared out for the rest of it. */
export function campaignFrom({ countyCode, now }: Told) {
  const today = dayInChina(now);
  const collecting = planPhases.find(({ phase }) => phase === 'collect')?.startsOn ?? today;
  const shift = daysBetween(collecting, today) - dayOfCollecting;
  const moved = (day: string): string => addDays(day, shift);
  const lastDay = moved(planPhases.find(({ phase }) => phase === 'collect')?.endsOn ?? collecting);
  const leasedUntil = new Date(`${addDays(lastDay, 1)}T00:00:00+08:00`);
  const since = new Date(now.getTime() - dayOfCollecting * 86_400_000);
  return {
    phaseRows: planPhases.map(({ phase, title, startsOn, endsOn }) => [
      countyCode,
      phase,
      title,
      moved(startsOn),
      endsOn === null ? null : moved(endsOn),
    ]),
    assignmentRow: (assignment: SeedAssignment): unknown[] => [
      countyCode,
      assignment.assignmentId,
      assignment.postId,
      assignment.villageCode,
      assignment.part,
      assignment.cadre,
      since,
      leasedUntil,
      'post-county-1',
    ],
  };
}
