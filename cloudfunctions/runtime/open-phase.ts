import { closedWhy, type Phase } from '@/domain/campaign/phases';
import { localDay } from '@/domain/identity';
import type { Operation } from '@/domain/operations/operation';
import { Problem } from '@/domain/problem';

/**
 * The phases say what of the campaign is open; this is the only place that asks them. What was begun in time and
 * arrives again is answered before this is asked.
 * Errors: phases.closed.
 */
export function requireOpen({ during }: Operation, phases: readonly Phase[], now: Date): void {
  const reason = during === undefined ? undefined : closedWhy(phases, during, localDay(now));
  if (reason !== undefined) throw new Problem('phases.closed', { reason });
}
