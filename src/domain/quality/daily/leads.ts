import { localHour } from '../../identity';
import { type DailyLead, type DailyLimits, type DailyRecord, type LeadKind, startingLimits } from './types';

/**
 * Things of one day that a human should look at. Leads, never verdicts: they decide whom a re-check by telephone calls
 * first and never enter the acceptance sample. Pure; sorted by enumerator and kind.
 */
export function dailyLeads(records: readonly DailyRecord[], limits: DailyLimits = startingLimits): DailyLead[] {
  const byStaff = records.filter(({ mode, postId }) => postId !== '' && (mode === 'visit' || mode === 'phone'));
  const leads = [
    ...tooFast(byStaff, limits),
    ...nightHours(byStaff, limits),
    ...sharedPhones(records, limits),
    ...sameAnswers(byStaff, limits),
    ...closings(byStaff, limits),
  ];
  const key = ({ postId, kind, leadId }: DailyLead): string => `${postId} ${kind} ${leadId}`;
  return leads.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const isLabour = ({ populationClass }: DailyRecord): boolean => populationClass === '03';
const closingClasses = ['09', '10', '11', '12', '13', '14'];

/** Only the labour force answers the whole form, so only its times are compared. */
function tooFast(records: readonly DailyRecord[], limits: DailyLimits): DailyLead[] {
  const timed = records.filter((record) => isLabour(record) && record.seconds !== null);
  const usual = median(timed.map(({ seconds }) => seconds ?? 0));
  const bound = Math.max(limits.fastest, usual * limits.fastShare);
  return perEnumerator(
    timed.filter(({ seconds }) => (seconds ?? 0) < bound),
    limits.fastRecords
  ).map((fast) =>
    lead('tooFast', fast, `${fast.length}份劳动力记录用时不到${spoken(bound)}，全县当天一般用时${spoken(usual)}。`)
  );
}

function nightHours(
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

/** Residents' own records count too: whoever helps a whole village fill in with his own number shows here. */
function sharedPhones(records: readonly DailyRecord[], { phoneHouseholds }: DailyLimits): DailyLead[] {
  const asked = records.filter(
    (record) => record.phoneIndex !== '' && (record.phoneOfStaff || record.phoneHouseholds > phoneHouseholds)
  );
  return groups(asked, ({ postId, phoneIndex }) => `${postId} ${phoneIndex}`).map((same) => {
    const first = same[0];
    const words = first?.phoneOfStaff
      ? `${same.length}份记录填的联系电话是采集员或村干部自己的号码。`
      : `${same.length}份记录填的是同一个联系电话，全县共有${first?.phoneHouseholds ?? 0}户用它，一般不超过${phoneHouseholds}户。`;
    return lead('sharedPhone', same, words);
  });
}

function sameAnswers(records: readonly DailyRecord[], { sameHouseholds }: DailyLimits): DailyLead[] {
  const answered = records.filter((record) => isLabour(record) && record.answersDigest !== '');
  return groups(answered, ({ postId, answersDigest }) => `${postId} ${answersDigest}`)
    .filter((same) => new Set(same.map(({ householdId }) => householdId)).size >= sameHouseholds)
    .map((same) => {
      const households = new Set(same.map(({ householdId }) => householdId)).size;
      return lead('sameAnswers', same, `${households}户的${same.length}份劳动力记录答案完全一样。`);
    });
}

/** Closing people is the cheap way to seem complete. */
function closings(records: readonly DailyRecord[], { closings: least, closingTimes }: DailyLimits): DailyLead[] {
  const closed = records.filter(({ populationClass }) => closingClasses.includes(populationClass));
  return perEnumerator(closed, least).flatMap((own) => {
    const postId = own[0]?.postId;
    const all = records.filter((record) => record.postId === postId).length;
    const others = records.length - all;
    const usual = others > 0 ? (closed.length - own.length) / others : 0;
    const share = own.length / all;
    if (share < usual * closingTimes) return [];
    const percent = (part: number): string => `${Math.round(part * 100)}%`;
    return [
      lead(
        'closings',
        own,
        `当天${all}人里有${own.length}人按死亡、迁出、失联等办结，占${percent(share)}，其他人平均${percent(usual)}。`
      ),
    ];
  });
}

function perEnumerator(records: readonly DailyRecord[], least: number): DailyRecord[][] {
  return groups(records, ({ postId }) => postId).filter((own) => own.length >= least);
}

function groups(records: readonly DailyRecord[], keyOf: (record: DailyRecord) => string): DailyRecord[][] {
  const found = new Map<string, DailyRecord[]>();
  for (const record of records) {
    const group = found.get(keyOf(record));
    if (group) group.push(record);
    else found.set(keyOf(record), [record]);
  }
  return [...found.values()];
}

/** The village where most of it happened stands for the lead. */
function lead(kind: LeadKind, records: readonly DailyRecord[], sentence: string): DailyLead {
  const recordIds = records.map(({ recordId }) => recordId).sort();
  const { postId = '', enumerator = '' } = records[0] ?? {};
  const byVillage = groups(records, ({ villageCode }) => villageCode).sort((a, b) => b.length - a.length);
  const villageCode = byVillage[0]?.[0]?.villageCode ?? '';
  return {
    leadId: `${kind}-${postId || 'self'}-${recordIds[0] ?? ''}`,
    kind,
    sentence,
    postId,
    enumerator,
    villageCode,
    recordIds,
  };
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
