import { places } from '@/domain/access';
import {
  collectingPhase,
  daysLeft,
  expectedEnd,
  type Phase,
  plannedBy,
  planShare,
  standing,
  stateFigures,
} from '@/domain/campaign';
import { addDays, localDay } from '@/domain/identity';
import * as operations from '@/domain/operations/office/progress';
import { handle } from '../runtime/handle';
import { childrenOf, placeName, shortName } from '../runtime/places';
import type { CountySettings } from '../runtime/services';
import { countersUnder, doneByDay, doneOnDay, lastRecounts } from '../store/queries/office/figures';
import { readPhases } from '../store/queries/office/phases';

/** Coverage of everyone with a hukou in the county, against the deadline of article 1. */
export const progress = handle(operations.progress, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode }, { db, actor, now, services }) {
    const { countyCode } = actor;
    const today = localDay(now);
    const children = childrenOf(services.county, divisionCode);
    const length = children[0]?.length ?? divisionCode.length;
    const phases = await readPhases(db, countyCode);
    const counters = await countersUnder(db, countyCode, divisionCode, length);
    const added = await doneOnDay(db, countyCode, divisionCode, { length, day: today });
    const [recount] = await lastRecounts(db, countyCode, 1);
    const row = (code: string, name: string) =>
      progressRow(code, name, counters.get(code) ?? {}, added.get(code) ?? 0, { phases, today });
    const all = sum([...counters.values()]);
    const addedInAll = [...added.values()].reduce((total, one) => total + one, 0);
    return {
      total: progressRow(divisionCode, placeName(services.county, divisionCode), all, addedInAll, { phases, today }),
      children: knownOrCounted(services.county, children, counters, divisionCode).map((code) =>
        row(code, shortName(services.county, code))
      ),
      plan: planOf(phases, today),
      unplaced: length > countyCode.length ? (counters.get(countyCode)?.people ?? 0) : 0,
      checked: recount === undefined ? null : { at: recount.at, different: recount.different },
    };
  },
});

/** The curve of the campaign beside the straight line it should follow. */
export const progressSeries = handle(operations.progressSeries, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, from, to }, { db, actor, now }) {
    const today = localDay(now);
    const phases = await readPhases(db, actor.countyCode);
    const counters = await countersUnder(db, actor.countyCode, divisionCode, divisionCode.length);
    const { people, done } = stateFigures(sum([...counters.values()]));
    const changes = await doneByDay(db, actor.countyCode, divisionCode, null);
    const first = from ?? collectingPhase(phases)?.startsOn ?? changes[0]?.day ?? today;
    const last = to ?? today;
    const days = curve(changes, first, last).map((point) => ({
      ...point,
      planned: plannedBy(people, phases, point.day),
    }));
    // Figures taken over with the register have no day of their own; the curve ends where the counters are.
    const undated = done - changes.reduce((total, { added }) => total + added, 0);
    const raised = days.map((point) => ({ ...point, done: Math.max(0, point.done + undated) }));
    return { plan: planOf(phases, today), people, days: raised, expectedEnd: expectedEnd(people, raised, today) };
  },
});

const planOf = (phases: readonly Phase[], today: string) => {
  const collecting = collectingPhase(phases);
  return {
    startsOn: collecting?.startsOn ?? today,
    endsOn: collecting?.endsOn ?? today,
    daysLeft: daysLeft(phases, today) ?? 0,
    share: planShare(phases, today),
    today,
  };
};

function progressRow(
  divisionCode: string,
  name: string,
  counters: Readonly<Record<string, number>>,
  today: number,
  on: { phases: readonly Phase[]; today: string }
) {
  const figures = stateFigures(counters);
  const { share, planned, ahead, neededADay, sentence } = standing(figures.people, figures.done, on.phases, on.today);
  return { divisionCode, name, ...figures, share, planned, ahead, neededADay, sentence, today };
}

function sum(each: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const counters of each) {
    for (const [measure, value] of Object.entries(counters)) total[measure] = (total[measure] ?? 0) + value;
  }
  return total;
}

/** Places of the edition, and places outside it that people are still counted under: no figure falls off the page. */
function knownOrCounted(
  county: CountySettings,
  children: readonly string[],
  counters: ReadonlyMap<string, unknown>,
  parent: string
): string[] {
  if (children.length === 0) return [];
  const counted = [...counters.keys()].filter((code) => code !== parent && code !== county.countyCode);
  return [...new Set([...children, ...counted])].sort();
}

function curve(changes: readonly { day: string; added: number }[], first: string, last: string) {
  const byDay = new Map(changes.map(({ day, added }) => [day, added]));
  let done = changes.filter(({ day }) => day < first).reduce((total, { added }) => total + added, 0);
  const days: { day: string; done: number; added: number }[] = [];
  for (let day = first; day <= last && days.length < longestCurve; day = addDays(day, 1)) {
    const added = byDay.get(day) ?? 0;
    done += added;
    days.push({ day, done, added });
  }
  return days;
}

/** Two years of days; a longer stretch is asked for in parts. */
const longestCurve = 731;
