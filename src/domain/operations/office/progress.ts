import * as z from 'zod';
import { query } from '../operation';
import { count, cursor, day, divisionCode, instant, page, pageSize } from '../shapes';

/** People by state; `people` is all of them, `done` = collected + confirmed + accepted + closed. */
export const stateFigures = z.strictObject({
  people: count,
  due: count,
  collected: count,
  returned: count,
  confirmed: count,
  accepted: count,
  closed: count,
  done: count,
});

const progressRow = stateFigures.extend({
  divisionCode,
  name: z.string(),
  /** done / people, 0–1. */
  share: z.number(),
  /** How many should be done by today on the straight line of the collecting phase. */
  planned: count,
  /** done − planned: below zero is behind. */
  ahead: z.int(),
  /** How many must be done a day from tomorrow on to end in time; null after the last day. */
  neededADay: z.int().nullable(),
  /** The standing in words. */
  sentence: z.string(),
  /** Done today, less what was returned today. */
  today: z.int(),
});

const plan = z.strictObject({ startsOn: day, endsOn: day, daysLeft: z.int(), share: z.number(), today: day });

/** A place and its children (towns of the county, villages of a town), from counters. */
export const progress = query({
  name: 'office.progress',
  title: '采集进度',
  verb: 'progress.read',
  input: z.strictObject({ divisionCode }),
  output: z.strictObject({
    total: progressRow,
    children: z.array(progressRow),
    plan,
    /** People whose village is not settled yet; they belong to no child. */
    unplaced: count,
    /** When the counters were last checked against a recount, and by how many they differed. */
    checked: z.strictObject({ at: instant, different: count }).nullable(),
  }),
});

/** Done by day, added up, beside the plan line. */
export const progressSeries = query({
  name: 'office.progressSeries',
  title: '逐日进度',
  verb: 'progress.read',
  input: z.strictObject({
    divisionCode,
    from: day.optional().meta({ title: '起始日期' }),
    to: day.optional().meta({ title: '截止日期' }),
  }),
  output: z.strictObject({
    plan,
    people: count,
    days: z.array(z.strictObject({ day, done: count, added: z.int(), planned: count })),
    /** The day on which everyone is done at the pace of the last seven days; null when there is none. */
    expectedEnd: day.nullable(),
  }),
});

const slice = z.strictObject({ code: z.string(), label: z.string(), people: count });

/** Work, class and outcome mix of those collected. */
export const employment = query({
  name: 'office.employment',
  title: '就业状况',
  verb: 'progress.read',
  input: z.strictObject({ divisionCode }),
  output: z.strictObject({
    states: z.array(slice),
    classes: z.array(slice),
    outcomes: z.array(slice),
    modes: z.array(slice),
    children: z.array(
      z.strictObject({
        divisionCode,
        name: z.string(),
        employed: count,
        unemployed: count,
        outside: count,
        /** unemployed / (employed + unemployed), 0–1; null without a labour force. */
        unemploymentRate: z.number().nullable(),
      })
    ),
  }),
});

/** A figure is a measure of `campaign/measures` (`people`, `due`, `class_03`, `employment_E`, `outcome_16` …) or `done`. */
export const figure = z
  .string()
  .regex(/^[a-z]+(_[A-Za-z0-9-]{1,20})?$/, '没有这个数字的名单')
  .meta({ title: '数字' });

/** The list behind a figure. */
export const peopleBehind = query({
  name: 'office.peopleBehind',
  title: '数字背后的名单',
  verb: 'person.list',
  discloses: true,
  input: z.strictObject({ figure, divisionCode, cursor, limit: pageSize(50, 200) }),
  output: page(
    z.strictObject({
      personId: z.string(),
      name: z.string(),
      sex: z.string(),
      idMasked: z.string(),
      phoneMasked: z.string(),
      villageCode: z.string(),
      villageName: z.string(),
      group: z.string(),
      state: z.string(),
      populationClass: z.string(),
      employmentState: z.string(),
      lastOutcome: z.string(),
      lastContactAt: instant.nullable(),
    })
  ).extend({ title: z.string(), people: count }),
});

/** The last nightly recounts: how many counters were compared, how many differed, where. */
export const recountStatus = query({
  name: 'office.recountStatus',
  title: '夜间核数情况',
  verb: 'progress.read',
  input: z.strictObject({ divisionCode }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        at: instant,
        checked: count,
        different: count,
        details: z.array(
          z.strictObject({
            villageCode: z.string(),
            villageName: z.string(),
            figure: z.string(),
            counter: z.int(),
            recount: z.int(),
          })
        ),
      })
    ),
  }),
});

export const figuring = [progress, progressSeries, employment, peopleBehind, recountStatus];
