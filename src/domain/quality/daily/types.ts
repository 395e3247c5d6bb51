/** One record or closing of the day, as the store knows it; no name, number or answer is among it. */
export interface DailyRecord {
  recordId: string;
  /** The enumerator's post; empty for what residents sent themselves. */
  postId: string;
  enumerator: string;
  /** The account that sent it: a resident's who fills in for a whole village shows by it. */
  accountId: string;
  villageCode: string;
  /** Households tell apart whether alike answers are a family or a habit. */
  householdId: string;
  populationClass: string;
  mode: 'self' | 'family' | 'visit' | 'phone';
  collectedAt: Date;
  /** Time at the form, or null when the phone did not measure it. */
  seconds: number | null;
  /** Digest of the answers that are neither identity nor place; '' when there is none. */
  answersDigest: string;
  /** Blind index of the telephone number given; '' for none. */
  phoneIndex: string;
  /** Different households of the whole county that gave this number. */
  phoneHouseholds: number;
  /** The number is an enumerator's or a cadre's. */
  phoneOfStaff: boolean;
  /** Other accounts that ever synced from a phone of his: somebody may work under another's name. */
  phoneSharers: number;
}

export const leadKinds = {
  tooFast: '填得太快',
  nightHours: '深夜采集',
  sharedPhone: '多户同一电话',
  oneAccount: '一个账号代多户',
  oneDevice: '一部手机多个账号',
  sameAnswers: '答案雷同',
  closings: '办结偏多',
} as const;

export type LeadKind = keyof typeof leadKinds;
export const allLeadKinds = Object.keys(leadKinds) as LeadKind[];

export interface DailyLead {
  /** The same findings give the same id, so that a lead looked at stays looked at. */
  leadId: string;
  kind: LeadKind;
  /** What was seen, against what is usual. */
  sentence: string;
  postId: string;
  enumerator: string;
  villageCode: string;
  recordIds: string[];
}

export interface DailyLimits {
  /** A labour record is too fast below this share of the day's usual time, and always below `fastest` seconds. */
  fastShare: number;
  fastest: number;
  /** So many fast records of one person make a lead; that many hours of the night likewise. */
  fastRecords: number;
  nightFrom: number;
  nightUntil: number;
  nightRecords: number;
  /** A number on more households than this is asked about. */
  phoneHouseholds: number;
  /** One resident's account answering for more households than this in a day is asked about. */
  accountHouseholds: number;
  /**
   * Alike answers in so many households of one enumerator, one after another; more where the village itself answers
   * alike: where half of the others do, twice as many.
   */
  sameHouseholds: number;
  /** Closings of one person in a day, and how many times the county's usual share. */
  closings: number;
  closingTimes: number;
}

/** What this county starts with: chosen by us, to be tuned by what re-interviews find. */
export const startingLimits: DailyLimits = {
  fastShare: 0.25,
  fastest: 60,
  fastRecords: 3,
  nightFrom: 22,
  nightUntil: 6,
  nightRecords: 2,
  phoneHouseholds: 5,
  accountHouseholds: 3,
  sameHouseholds: 5,
  closings: 5,
  closingTimes: 3,
};
