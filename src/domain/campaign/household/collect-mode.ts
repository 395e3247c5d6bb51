import { addDays, daysBetween } from '../../identity';
import { collectingPhase, type Phase } from '../phases';

/** A household answers for itself, or somebody comes; it chooses, and may change its mind until the window closes. */
export const collectModes = { self: '自己填报', visit: '请采集员上门' } as const;
export type CollectMode = keyof typeof collectModes;
export const allCollectModes = Object.keys(collectModes) as CollectMode[];

/** What this county starts with: a month is left for the visits that then fall due. */
const daysForVisits = 30;

/**
 * The last day on which a household may choose (YYYY-MM-DD): what the county has set, else a month before collecting
 * ends, never before it begins. undefined where there is no collecting phase.
 */
export function windowEnd(phases: readonly Phase[], set: string | null): string | undefined {
  if (set !== null) return set;
  const collecting = collectingPhase(phases);
  if (collecting === undefined) return undefined;
  const daysOfCollecting = daysBetween(collecting.startsOn, collecting.endsOn);
  return addDays(collecting.endsOn, -Math.min(daysForVisits, daysOfCollecting));
}

/** Choosing is free on the last day still. */
export const isWindowOpen = (closesOn: string | undefined, today: string): boolean =>
  closesOn === undefined || today <= closesOn;

export interface HouseholdFacts {
  chosen: CollectMode | '';
  /** Members who are still to be collected. */
  left: number;
}

/**
 * How a household stands today.
 * - done: nobody is left
 * - self: it said it will fill in by itself
 * - open: it has not said anything yet and still may
 * - asked: it asked for a visit
 * - due: the window has closed and somebody is left, so that somebody comes
 */
export type HouseholdStanding = 'done' | 'self' | 'open' | 'asked' | 'due';

export function householdStanding(
  { chosen, left }: HouseholdFacts,
  closesOn: string | undefined,
  today: string
): HouseholdStanding {
  if (left === 0) return 'done';
  if (chosen === 'visit') return 'asked';
  if (!isWindowOpen(closesOn, today)) return 'due';
  return chosen === 'self' ? 'self' : 'open';
}

/** As those who go there read it. */
export const standingLabels: Readonly<Record<HouseholdStanding, string>> = {
  done: '已齐',
  self: '自己填报',
  open: '未选择',
  asked: '请上门',
  due: '到期上门',
};
