import { planPhases } from '@/domain/campaign/phases';
import { addDays, daysBetween } from '@/domain/identity';
import { dayInChina } from '../../runtime/clock';
import { postsInTurn, type SeedAssignment, type SeedCounty } from '../seed';
import type { Told } from './rows';

/** The first start falls on this day of collecting, so that the county is seen at work and not years after its end. */
export const dayOfCollecting = 30;

/** The first enumerator took over the personas' village so many days ago. */
const handedOverDays = 18;
const day = 86_400_000;

/** The plan's phases, moved so that collecting is under way today, and the work shared out for the rest of it. */
export function campaignFrom({ countyCode, now }: Told) {
  const today = dayInChina(now);
  const collecting = planPhases.find(({ phase }) => phase === 'collect')?.startsOn ?? today;
  const shift = daysBetween(collecting, today) - dayOfCollecting;
  const moved = (day: string): string => addDays(day, shift);
  const lastDay = moved(planPhases.find(({ phase }) => phase === 'collect')?.endsOn ?? collecting);
  const leasedUntil = new Date(`${addDays(lastDay, 1)}T00:00:00+08:00`);
  const since = new Date(now.getTime() - dayOfCollecting * day);
  const handedOver = new Date(now.getTime() - handedOverDays * day);
  const given = (assignment: SeedAssignment, from: Date): unknown[] => [
    countyCode,
    assignment.assignmentId,
    assignment.postId,
    assignment.villageCode,
    assignment.part,
    assignment.cadre,
    from,
    leasedUntil,
    'post-county-1',
  ];
  return {
    phaseRows: planPhases.map(({ phase, title, startsOn, endsOn }) => [
      countyCode,
      phase,
      title,
      moved(startsOn),
      endsOn === null ? null : moved(endsOn),
    ]),
    assignmentRows: ({ assignments }: Pick<SeedCounty, 'assignments'>): unknown[][] =>
      assignments.map((one, place) => given(one, place === 0 ? handedOver : since)),
    /** The personas' village was in the second enumerator's hands until then. */
    endedRows({ assignments }: Pick<SeedCounty, 'assignments'>): unknown[][] {
      const [first] = assignments;
      const postId = postsInTurn({ assignments })[1];
      if (first === undefined || postId === undefined) return [];
      const before = { ...first, assignmentId: `${first.assignmentId}-before`, postId };
      return [[...given(before, since), 'takenBack', '调整分工', handedOver]];
    },
  };
}
