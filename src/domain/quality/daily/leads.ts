import { closings, sameAnswers } from './habits';
import { nightHours, tooFast } from './pace';
import { oneAccounts, oneDevices, sharedPhones } from './sharing';
import { type DailyLead, type DailyLimits, type DailyRecord, startingLimits } from './types';

/**
 * Things of one day that a human should look at. Leads, never verdicts: they decide whom a re-check by telephone calls
 * first and never enter the acceptance sample. Pure; sorted by enumerator and kind.
 * @param norm the whole county's records of the day: what is usual is asked of them, so that a village of three records
 * is not its own measure
 */
export function dailyLeads(
  records: readonly DailyRecord[],
  limits: DailyLimits = startingLimits,
  norm: readonly DailyRecord[] = records
): DailyLead[] {
  const byStaff = records.filter(isOfStaff);
  const usual = norm.filter(isOfStaff);
  const leads = [
    ...tooFast(byStaff, limits, usual),
    ...nightHours(byStaff, limits),
    ...sharedPhones(records, limits),
    ...oneAccounts(records, limits),
    ...oneDevices(byStaff),
    ...sameAnswers(byStaff, limits, norm),
    ...closings(byStaff, limits, usual),
  ];
  const key = ({ postId, kind, leadId }: DailyLead): string => `${postId} ${kind} ${leadId}`;
  return leads.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const isOfStaff = ({ mode, postId }: DailyRecord): boolean => postId !== '' && (mode === 'visit' || mode === 'phone');
