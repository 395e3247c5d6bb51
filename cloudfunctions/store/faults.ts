import { StoreConflict, StoreFailure, StoreUnavailable } from './errors';

/** What both drivers put on an error; `message` and `detail` quote values, so neither is ever passed on. */
interface DriverError {
  code?: string | undefined;
  constraint?: string | undefined;
  table?: string | undefined;
  column?: string | undefined;
  routine?: string | undefined;
}

/** A driver's error as one of ours, without any value of a row or parameter. */
export function storeError(error: unknown, statement: string): Error {
  if (error instanceof StoreConflict || error instanceof StoreUnavailable || error instanceof StoreFailure) {
    return error;
  }
  const { code = 'unknown', constraint = '', table = '', column = '' } = driverError(error);
  if (isStalePlan(error)) return new StoreUnavailable('busy', STALE_PLAN);
  const conflict = CONFLICTS[code];
  if (conflict) return new StoreConflict(conflict, conflict === 'missing' ? column : constraint, table);
  const reason = unavailable(code, error);
  return reason ? new StoreUnavailable(reason, code) : new StoreFailure(code, firstWords(statement));
}

/** Two transactions stood in each other's way, or a plan was stale: running it again is the cure. */
export function isPassing(error: unknown): boolean {
  return error instanceof StoreUnavailable && PASSING.has(error.code);
}

/** True when the connection should not serve anybody else. */
export function isSpoilt(error: unknown): boolean {
  return error instanceof StoreUnavailable && (error.reason === 'connection' || error.code === STALE_PLAN);
}

/** A prepared statement outlived the table it was planned for: prepare it again. Asked of a driver's own error. */
export function isStalePlan(error: unknown): boolean {
  const { code, routine } = driverError(error);
  return (code === '0A000' && routine === 'RevalidateCachedQuery') || code === '26000';
}

const STALE_PLAN = 'stale plan';
const PASSING: ReadonlySet<string> = new Set(['40001', '40P01', STALE_PLAN]);

const CONFLICTS: Readonly<Record<string, StoreConflict['kind']>> = {
  '23505': 'unique',
  '23503': 'reference',
  '23514': 'check',
  '23502': 'missing',
  '23P01': 'exclusion',
};

function unavailable(code: string, error: unknown): StoreUnavailable['reason'] | undefined {
  if (code === '40001' || code === '40P01' || code === '55P03' || code === '53300') return 'busy';
  if (code === '57014' || code === '25P03') return 'timeout';
  if (code === '53100' || code === 'ENOSPC') return 'full';
  if (/^(08...|57P..|28...|3D000|E[A-Z]{4,})$/.test(code)) return 'connection';
  const message = error instanceof Error ? error.message : '';
  if (/timeout exceeded when trying to connect/i.test(message)) return 'busy';
  if (/connection (terminated|timeout|error)|not queryable/i.test(message)) return 'connection';
  if (/after calling end|is clos(ed|ing)/i.test(message)) return 'closed';
  return undefined;
}

function driverError(error: unknown): DriverError {
  return typeof error === 'object' && error !== null ? (error as DriverError) : {};
}

function firstWords(statement: string): string {
  return statement.replace(/\s+/g, ' ').trim().slice(0, 160);
}
