import * as z from 'zod';
import { openForm } from '../collecting/collect';
import { query } from '../operation';
import { collectState, count, cursor, day, instant, page, villageCode } from '../shapes';

/**
 * A village as the phone carries it into the field: households and people as rows of short values, so that 4,400
 * people stay under a megabyte. The names of the columns stand here and nowhere else.
 */
const householdRow = z.tuple([
  /** household id */ z.string(),
  /** group (组) */ z.string(),
  /** house number */ z.string(),
  /** household number */ z.string(),
  /** address */ z.string(),
  /** how it wants to be asked; `due`: its window has closed and somebody comes */ z.enum(['', 'self', 'visit', 'due']),
]);

const personRow = z.tuple([
  /** person id */ z.string(),
  /** place of his household in `households`; -1 for nobody's */ z.int(),
  /** relation to the head (relation_short) */ z.string(),
  /** name */ z.string(),
  /** initials of the name in pinyin */ z.string(),
  /** sex */ z.string(),
  /** birth date, YYYY-MM-DD or '' */ z.string(),
  /** identity number, masked */ z.string(),
  /** telephone, masked */ z.string(),
  /** population class */ z.string(),
  /** state of the record */ collectState,
  /** attempts so far */ z.int(),
  /** outcome of the last attempt */ z.string(),
  /** when, ISO or '' */ z.string(),
  /** 1 when he refused */ z.int(),
  /** kind of document */ z.string(),
  /** ethnic group */ z.string(),
  /** kind of hukou */ z.string(),
  /** version of the live record; 0 without one */ z.int(),
  /** group, where it is not the household's */ z.string(),
  /** different days on which nobody was reached */ z.int(),
  /** next appointment, ISO or '' */ z.string(),
]);
export type HouseholdRow = z.output<typeof householdRow>;
export type BundlePersonRow = z.output<typeof personRow>;

/**
 * One page of a village. With `since` (the `asOf` of the last complete fetch) only what changed; when `people` then
 * does not equal what the phone has, somebody left the village and the phone fetches it whole.
 */
export const villageBundle = query({
  name: 'register.villageBundle',
  title: '准备下乡名单',
  verb: 'person.list',
  discloses: true,
  input: z.strictObject({
    villageCode,
    since: instant.nullable().default(null).meta({ title: '上次时间' }),
    cursor: z.string().max(400).nullable().default(null).meta({ title: '页码' }),
  }),
  output: z.strictObject({
    villageCode: z.string(),
    villageName: z.string(),
    townName: z.string(),
    edition: day,
    formVersion: z.int(),
    consentVersion: z.string(),
    today: day,
    /** The next fetch asks for what changed after this. */
    asOf: instant,
    /** When the work must be fetched anew; null for posts that hold no lease. */
    leasedUntil: instant.nullable(),
    people: count,
    /** Two answers about somebody here that wait for a human choice. */
    comparisons: count,
    /** What is put up for this village, newest first; with the first page only. */
    notices: z.array(
      z.strictObject({
        noticeId: z.string(),
        title: z.string(),
        issuer: z.string(),
        publishedAt: instant,
        paragraphs: z.array(z.string()),
      })
    ),
    /** The county's key for rescue files: what waits on a phone can be handed over sealed for it. */
    rescueKey: z.strictObject({ id: z.string(), publicKey: z.string() }),
    households: z.array(householdRow),
    persons: z.array(personRow),
    next: z.string().nullable(),
  }),
});

/**
 * The forms of those in the village who are to be collected and have answered before: returned ones, and those due
 * again. They are few; the phone opens them at the door from what is known. Everyone else's answers stay in the cloud.
 */
export const takeAlong = query({
  name: 'collect.takeAlong',
  title: '带上要重填的表',
  verb: 'record.collect',
  discloses: true,
  input: z.strictObject({ villageCode, cursor }),
  output: page(openForm.output),
});

export const bundling = [villageBundle, takeAlong];
