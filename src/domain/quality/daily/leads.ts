import { localHour } from '../../identity';
import { type DailyLead, type DailyLimits, type DailyRecord, type LeadKind, startingLimits } from './types';

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
const isLabour = ({ populationClass }: DailyRecord): boolean => populationClass === '03';
const closingClasses = ['09', '10', '11', '12', '13', '14'];

/** Only the labour force answers the whole form, so only its times are compared. */
function tooFast(records: readonly DailyRecord[], limits: DailyLimits, norm: readonly DailyRecord[]): DailyLead[] {
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

/** A daughter answers for a family or two; whoever answers for more households is asked how. */
function oneAccounts(records: readonly DailyRecord[], { accountHouseholds }: DailyLimits): DailyLead[] {
  const byResidents = records.filter(
    ({ mode, accountId }) => accountId !== '' && (mode === 'self' || mode === 'family')
  );
  return groups(byResidents, ({ accountId }) => accountId).flatMap((own) => {
    const households = householdsIn(own);
    if (households <= accountHouseholds) return [];
    const words = `同一个居民账号一天替${households}户填了${own.length}份，一般不超过${accountHouseholds}户。`;
    return [lead('oneAccount', own, words)];
  });
}

/** A phone that was handed on looks the same as one person with two names, so somebody asks. */
function oneDevices(records: readonly DailyRecord[]): DailyLead[] {
  return perEnumerator(
    records.filter(({ phoneSharers }) => phoneSharers > 0),
    1
  ).map((own) => {
    const sharers = Math.max(...own.map(({ phoneSharers }) => phoneSharers));
    return lead('oneDevice', own, `他用的手机上还登录过${sharers}个别的采集账号，当天用它交了${own.length}份。`);
  });
}

/** One after another by the time of the interview; a form of another kind of person in between breaks nothing. */
function sameAnswers(
  records: readonly DailyRecord[],
  { sameHouseholds }: DailyLimits,
  norm: readonly DailyRecord[]
): DailyLead[] {
  const answered = (record: DailyRecord): boolean => isLabour(record) && record.answersDigest !== '';
  const others = groups(norm.filter(answered), ({ villageCode }) => villageCode);
  return groups(records.filter(answered), ({ postId, villageCode }) => `${postId} ${villageCode}`).flatMap((own) =>
    runsOf(own).flatMap((run) => {
      const [first] = run;
      const inVillage = others.find((group) => group[0]?.villageCode === first?.villageCode) ?? [];
      const share = shareOf(inVillage, first);
      const households = householdsIn(run);
      if (households * (1 - share) < sameHouseholds) return [];
      const usual = `同村别人采集的里面这样答的占${percent(share)}`;
      return [lead('sameAnswers', run, `接连${households}户的${run.length}份劳动力记录答案完全一样，${usual}。`)];
    })
  );
}

/** What the village's other records, not his own, say of this answer set. */
function shareOf(inVillage: readonly DailyRecord[], of: DailyRecord | undefined): number {
  const others = inVillage.filter(({ postId }) => postId !== of?.postId);
  if (others.length === 0) return 0;
  return others.filter(({ answersDigest }) => answersDigest === of?.answersDigest).length / others.length;
}

function runsOf(records: readonly DailyRecord[]): DailyRecord[][] {
  const ordered = [...records].sort(
    (a, b) => a.collectedAt.getTime() - b.collectedAt.getTime() || (a.recordId < b.recordId ? -1 : 1)
  );
  const runs: DailyRecord[][] = [];
  for (const record of ordered) {
    const run = runs.at(-1);
    if (run?.[0]?.answersDigest === record.answersDigest) run.push(record);
    else runs.push([record]);
  }
  return runs;
}

const householdsIn = (records: readonly DailyRecord[]): number =>
  new Set(records.map(({ householdId }) => householdId)).size;

/** Closing people is the cheap way to seem complete. */
function closings(
  records: readonly DailyRecord[],
  { closings: least, closingTimes }: DailyLimits,
  norm: readonly DailyRecord[]
): DailyLead[] {
  const closed = records.filter(isClosing);
  return perEnumerator(closed, least).flatMap((own) => {
    const postId = own[0]?.postId;
    const all = records.filter((record) => record.postId === postId).length;
    const others = norm.filter((record) => record.postId !== postId);
    const usual = others.length > 0 ? others.filter(isClosing).length / others.length : 0;
    const share = own.length / all;
    if (share < usual * closingTimes) return [];
    return [
      lead(
        'closings',
        own,
        `当天${all}人里有${own.length}人按死亡、迁出、失联等办结，占${percent(share)}，其他人平均${percent(usual)}。`
      ),
    ];
  });
}

const isClosing = ({ populationClass }: DailyRecord): boolean => closingClasses.includes(populationClass);
const percent = (part: number): string => `${Math.round(part * 100)}%`;

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
