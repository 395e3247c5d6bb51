import { groups, householdsIn, lead, perEnumerator } from './grouping';
import type { DailyLead, DailyLimits, DailyRecord } from './types';

/** Residents' own records count too: whoever helps a whole village fill in with his own number shows here. */
export function sharedPhones(records: readonly DailyRecord[], { phoneHouseholds }: DailyLimits): DailyLead[] {
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
export function oneAccounts(records: readonly DailyRecord[], { accountHouseholds }: DailyLimits): DailyLead[] {
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
export function oneDevices(records: readonly DailyRecord[]): DailyLead[] {
  return perEnumerator(
    records.filter(({ phoneSharers }) => phoneSharers > 0),
    1
  ).map((own) => {
    const sharers = Math.max(...own.map(({ phoneSharers }) => phoneSharers));
    return lead('oneDevice', own, `他用的手机上还登录过${sharers}个别的采集账号，当天用它交了${own.length}份。`);
  });
}
