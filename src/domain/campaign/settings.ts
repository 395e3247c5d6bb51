/** What a county may set for its campaign, with the values this county starts with. Days are YYYY-MM-DD, hours are +8. */
export interface CampaignSettings {
  reminders: {
    /** At most one message or call to a person in that many days. */
    daysBetween: number;
    /** At most that many in all, whatever the rung. */
    most: number;
    /** No reminder from the first hour in the evening until the second in the morning. */
    quietFrom: number;
    quietUntil: number;
  };
  /** On how many different days somebody must have been tried before he is closed as lost or refusing. */
  closingAttempts: number;
  /** Who is of working age, from which day on. The latest band that has begun holds. */
  workingAge: readonly WorkingAge[];
}

/** From the first age on, up to and including the last. */
export interface WorkingAge {
  since: string;
  men: readonly [from: number, to: number];
  women: readonly [from: number, to: number];
}

/** 2017 practice of 人社: men 16–60, women 16–55. The statutory ages move from 2025 on; the county adds a band when they do. */
export const startingSettings: CampaignSettings = {
  reminders: { daysBetween: 3, most: 4, quietFrom: 21, quietUntil: 8 },
  closingAttempts: 3,
  workingAge: [{ since: '2013-01-01', men: [16, 60], women: [16, 55] }],
};

export function workingAgeOn(settings: CampaignSettings, day: string): WorkingAge {
  const begun = settings.workingAge.filter(({ since }) => since <= day).sort((a, b) => (a.since < b.since ? 1 : -1));
  const band = begun[0] ?? settings.workingAge[0];
  if (!band) throw new Error('no working age is set');
  return band;
}
