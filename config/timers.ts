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
  { function: 'jobs', name: 'sealAudit', cron: '30 * * * * * *', does: 'links new audit rows into the chain' },
  { function: 'jobs', name: 'remindDue', cron: '0 */5 8-20 * * * *', does: 'sends messages that still wait' },
  { function: 'jobs', name: 'closeDay', cron: '0 5 0 * * * *', does: 'keeps the audit head of the day that is over' },
  { function: 'jobs', name: 'endLeases', cron: '0 10 0 * * * *', does: 'ends leases and posts past their day' },
  {
    function: 'jobs',
    name: 'visitsFallDue',
    cron: '0 20 0 * * * *',
    does: 'households past the window fall due for a visit',
  },
  {
    function: 'jobs',
    name: 'doHeld',
    cron: '0 */10 * * * * *',
    does: 'does what phones sent before its base had come',
  },
  { function: 'jobs', name: 'recount', cron: '0 30 2 * * * *', does: 'checks counters against a recount' },
];

export const timersOf = (name: FunctionName): Timer[] => timers.filter((timer) => timer.function === name);
