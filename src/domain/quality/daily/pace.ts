import { localHour } from '../../identity';
import { isLabour, lead, perEnumerator } from './grouping';
import type { DailyLead, DailyLimits, DailyRecord } from './types';

/** Only the labour force answers the whole form, so only its times are compared. */
export function tooFast(
  records: readonly DailyRecord[],
  limits: DailyLimits,
  norm: readonly DailyRecord[]
): DailyLead[] {
  const isTimed = (record: DailyRecord): boolean => isLabour(record) && record.seconds !== null;
  const timed = records.filter(isTimed);
  const usual = median(norm.filter(isTimed).map(({ seconds }) => seconds ?? 0));
  const bound = Math.max(limits.fastest, usual * limits.fastShare);
  return perEnumerator(
    timed.filter(({ seconds }) => (seconds ?? 0) < bound),
    limits.fastRecords
  ).map((fast) =>
    lead('tooFast', fast, `${fast.length}份劳动力记录用时不到${spoken(bound)}，全县当天一般用时${spoken(usual)}。`)
  );
}

export function nightHours(
  records: readonly DailyRecord[],
  { nightFrom, nightUntil, nightRecords }: DailyLimits
): DailyLead[] {
  const late = records.filter(({ collectedAt }) => {
    const hour = localHour(collectedAt);
    return hour >= nightFrom || hour < nightUntil;
  });
  return perEnumerator(late, nightRecords).map((night) =>
    lead('nightHours', night, `${night.length}份上门或电话记录的采集时间在${nightFrom}时到次日${nightUntil}时之间。`)
  );
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function spoken(seconds: number): string {
  const whole = Math.round(seconds);
  const [minutes, left] = [Math.floor(whole / 60), whole % 60];
  if (minutes === 0) return `${left}秒`;
  return left === 0 ? `${minutes}分钟` : `${minutes}分${left}秒`;
}
