import { groups, householdsIn, isLabour, lead, percent, perEnumerator } from './grouping';
import type { DailyLead, DailyLimits, DailyRecord } from './types';

/** One after another by the time of the interview; a form of another kind of person in between breaks nothing. */
export function sameAnswers(
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

/** Closing people is the cheap way to seem complete. */
export function closings(
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

const closingClasses = ['09', '10', '11', '12', '13', '14'];
const isClosing = ({ populationClass }: DailyRecord): boolean => closingClasses.includes(populationClass);
