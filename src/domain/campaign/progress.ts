import { addDays, daysBetween } from '../identity';
import { collectingPhase, type Phase } from './phases';
import { type CollectState, collectStates } from './record-states';

export type StateCounts = Readonly<Record<CollectState, number>>;

export interface StateFigures extends StateCounts {
  people: number;
  /** collected + confirmed + accepted + closed. */
  done: number;
}

export function stateFigures(counts: Readonly<Partial<Record<CollectState, number>>>): StateFigures {
  const figures: Record<CollectState, number> = {
    due: 0,
    collected: 0,
    returned: 0,
    confirmed: 0,
    accepted: 0,
    closed: 0,
  };
  for (const state of Object.keys(collectStates) as CollectState[]) figures[state] = counts[state] ?? 0;
  const done = figures.collected + figures.confirmed + figures.accepted + figures.closed;
  return { ...figures, done, people: done + figures.due + figures.returned };
}

/** The straight line from the first to the last day of collecting: share due at the end of a day, 0–1. */
export function planShare(phases: readonly Phase[], day: string): number {
  const collecting = collectingPhase(phases);
  if (!collecting) return 0;
  const days = daysBetween(collecting.startsOn, collecting.endsOn) + 1;
  const gone = daysBetween(collecting.startsOn, day) + 1;
  return Math.min(1, Math.max(0, gone / days));
}

/** People due by the end of the day; 400,000 over 90 days are 4,444 a day. */
export function plannedBy(people: number, phases: readonly Phase[], day: string): number {
  return Math.round(people * planShare(phases, day));
}

export interface Standing {
  /** done / people, 0–1; 1 when there is nobody. */
  share: number;
  planned: number;
  /** done − planned: below zero is behind. */
  ahead: number;
  /** How many must be done a day from tomorrow on to end in time; null after the last day. */
  neededADay: number | null;
  sentence: string;
}

/** How a place stands against the plan line at the end of a day. */
export function standing(people: number, done: number, phases: readonly Phase[], day: string): Standing {
  const planned = plannedBy(people, phases, day);
  const ahead = done - planned;
  const collecting = collectingPhase(phases);
  const left = collecting ? daysBetween(day, collecting.endsOn) : 0;
  return {
    share: people === 0 ? 1 : done / people,
    planned,
    ahead,
    neededADay: left > 0 ? Math.ceil((people - done) / left) : null,
    sentence: standingSentence(people, done, planned, left),
  };
}

function standingSentence(people: number, done: number, planned: number, left: number): string {
  if (people === done) return '已全部完成。';
  if (left < 0) return `已过截止日，还有${people - done}人未完成。`;
  if (done > planned) return `比计划多${done - planned}人。`;
  return done < planned ? `比计划少${planned - done}人。` : '与计划一致。';
}

export interface DoneOnDay {
  day: string;
  done: number;
}

/** The day on which everyone is done at the pace of the last seven days; null when nothing moves. */
export function expectedEnd(people: number, series: readonly DoneOnDay[], today: string): string | null {
  const upTo = (day: string): number =>
    series.reduce((latest, point) => (point.day <= day && point.day >= latest.day ? point : latest), {
      day: '',
      done: 0,
    }).done;
  const done = upTo(today);
  if (done >= people) return today;
  const pace = (done - upTo(addDays(today, -7))) / 7;
  return pace > 0 ? addDays(today, Math.ceil((people - done) / pace)) : null;
}
