import type { Receipt, SubmissionOutcome } from '@/domain/operations/collecting/collect';
import { villageOf } from '../people/villages';
import { dayInChina } from '../runtime/clock';
import { spokenCode } from '../runtime/ids';
import type { CountySettings } from '../runtime/services';

export interface Received {
  receiptNo: string;
  recordId: string;
  personId: string;
  version: number;
  receivedAt: string;
  villageCode: string | null;
  villageWhy: string;
  duplicate: boolean;
  outcome?: SubmissionOutcome;
}

/** A number that can be read out on the telephone: the day and eight letters and digits. */
export const newReceiptNo = (now: Date): string => `${dayInChina(now).replaceAll('-', '')}-${spokenCode(8)}`;

/** What the person is told: received, where he belongs and why, what happens next. */
export const receiptOf = (county: CountySettings, received: Received): Receipt => ({
  receiptNo: received.receiptNo,
  recordId: received.recordId,
  personId: received.personId,
  version: received.version,
  receivedAt: received.receivedAt,
  village: villageOf(county, received.villageCode),
  villageWhy: received.villageWhy,
  duplicate: received.duplicate,
  outcome: received.outcome ?? 'accepted',
  next: nextOf(received),
});

function nextOf({ duplicate, villageCode, version, outcome = 'accepted' }: Received): string {
  if (outcome !== 'accepted') return nextOfLate[outcome];
  if (duplicate)
    return '填写的身份证号已登记在另一个人名下，已转到“重复待核实”，工作人员会联系您核对，其他内容已收到。';
  if (villageCode === null) return '内容已收到，还没有确定归属哪个村（居），村委会或镇里认领后会显示在这里。';
  if (version > 1) return '更正已收到，以前填的内容保留在填报历史里。';
  return '内容已收到，村（居）和镇里审核后不用您再做什么；情况有变化随时可以更正。';
}

/** What somebody is told whose answers did not come first. */
export const nextOfLate: Readonly<Record<Exclude<SubmissionOutcome, 'accepted'>, string>> = {
  same: '已收到，和系统里现在的内容一致，不用再做什么。',
  merged: '已收到，并和别人先更新的内容合在一起，两边的改动都保留。',
  conflict: '已收到并保存。有几处和别人填的不一样，两份都保留，由村（居）或镇里核对后选定，您不用重填。',
  comparison: '已收到并保存。这个村现在由别人负责，您填的会由督导和现在负责的人核对后处理，您不用重填。',
};
