import type { FunctionName } from '@/domain/operations/operation';

/**
 * Timers of the product. The name is what the platform passes as TriggerName and also the operation after the dot:
 * `workOn` of function `jobs` runs `jobs.workOn`. Times are Asia/Shanghai. A timer may fire twice, or late.
 */
export interface Timer {
  function: FunctionName;
  name: string;
  /** Seven fields: second minute hour day month weekday year. */
  cron: string;
  does: string;
}

export const timers: readonly Timer[] = [
  { function: 'jobs', name: 'workOn', cron: '0 * * * * * *', does: 'takes up waiting and unfinished jobs' },
  { function: 'jobs', name: 'remindDue', cron: '0 0 9,15 * * * *', does: 'sends reminders that fell due' },
  { function: 'jobs', name: 'endLeases', cron: '0 10 0 * * * *', does: 'ends leases and posts past their day' },
  { function: 'jobs', name: 'recount', cron: '0 30 2 * * * *', does: 'checks counters against a recount' },
  { function: 'jobs', name: 'sealAudit', cron: '0 0 3 * * * *', does: 'seals the audit chain of the day' },
];

export const timersOf = (name: FunctionName): Timer[] => timers.filter((timer) => timer.function === name);
