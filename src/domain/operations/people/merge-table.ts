import * as z from 'zod';
import { editions } from '../../divisions';
import { command, query } from '../operation';
import { count, divisionCode, instant, reason, villageCode } from '../shapes';

/** Which village became which when villages were merged: codes and names prove some of it, the county says the rest. */

const place = z.strictObject({ code: z.string(), name: z.string() });
const [first] = editions;
const edition = z.enum(editions.map(({ id }) => id)).meta({ title: '区划版本' });

export const mergeTable = query({
  name: 'register.mergeTable',
  title: '查看并村对照',
  verb: 'placement.claim',
  input: z.strictObject({
    /** The county, a town, or a village: then its town is shown. */
    divisionCode,
    fromEdition: edition.default(first?.id ?? '2017-10-31'),
    /** Only those that nobody has said yet. */
    open: z.boolean().default(false),
  }),
  output: z.strictObject({
    fromEdition: z.string(),
    toEdition: z.string(),
    said: count,
    unsaid: count,
    rows: z.array(
      z.strictObject({
        townCode: z.string(),
        townName: z.string(),
        from: place,
        to: z.array(place),
        /** null: open. */
        basis: z.enum(['code', 'name', 'county']).nullable(),
        /** Villages of the town, those with characters in common first; empty where it has been said. */
        likely: z.array(place),
        /** People of the old village who wait for theirs. */
        waiting: count,
        decidedBy: z.string(),
        decidedAt: instant.nullable(),
      })
    ),
  }),
});

/**
 * Says where an old village went. Several villages are a split, none takes the county's word back. Where it is one
 * village of the edition in use, those who wait are put into it, at most 500 a call; `left` tells how many still wait.
 */
export const setMergeRow = command({
  name: 'register.setMergeRow',
  title: '填写并村对照',
  verb: 'register.correct',
  input: z.strictObject({
    fromEdition: edition.default(first?.id ?? '2017-10-31'),
    from: villageCode.meta({ title: '原村' }),
    to: z.array(villageCode).max(6, '最多6个村').meta({ title: '现村' }),
    reason,
  }),
  output: z.strictObject({ settled: count, left: count }),
});

export const merging = [mergeTable, setMergeRow];
