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
}

/** What the county starts with; the working age is a setting of the form. */
export const startingSettings: CampaignSettings = {
  reminders: { daysBetween: 3, most: 4, quietFrom: 21, quietUntil: 8 },
  closingAttempts: 3,
};
