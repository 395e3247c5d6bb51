import * as z from 'zod';
import { command, query } from '../operation';
import { count, cursor, day, divisionCode, id, instant, page, pageSize, reason, villageCode } from '../shapes';

/** The queue of the unplaced as a desk clears it: by groups that share a reason and candidates, many at a stroke. */

const candidates = z.array(z.strictObject({ code: z.string(), name: z.string() }));

/** How many wait, by town, why and the candidates they share. */
export const unplacedGroups = query({
  name: 'register.unplacedGroups',
  title: '查看待归属分组',
  verb: 'placement.claim',
  input: z.strictObject({ divisionCode }),
  output: z.strictObject({
    open: count,
    groups: z.array(
      z.strictObject({
        /** Names the group to `register.unplaced`; not meant to be read. */
        group: z.string(),
        townCode: z.string(),
        townName: z.string(),
        why: z.string(),
        candidates,
        people: count,
      })
    ),
  }),
});

/** Whom nobody could place, for the county or a town; oldest first. */
export const unplaced = query({
  name: 'register.unplaced',
  title: '查看待归属名单',
  verb: 'placement.claim',
  discloses: true,
  input: z.strictObject({
    divisionCode,
    group: z.string().max(64).optional().meta({ title: '分组' }),
    cursor,
    limit: pageSize(50, 200),
  }),
  output: page(
    z.strictObject({
      caseId: z.string(),
      personId: z.string(),
      name: z.string(),
      idMasked: z.string(),
      birthDate: day.nullable(),
      householdNo: z.string(),
      headName: z.string(),
      /** What the register wrote for the address. */
      address: z.string(),
      townCode: z.string(),
      why: z.string(),
      candidates,
      since: instant,
    })
  ),
});

/** Puts people of the queue into one village; someone else's decision in between is left as it is and counted. */
export const settlePlacements = command({
  name: 'register.settlePlacements',
  title: '批量归属村（居）',
  verb: 'placement.claim',
  input: z.strictObject({
    caseIds: z.array(id('待归属编号')).min(1, '请至少选一人').max(500, '一次最多500人'),
    villageCode,
    /** Members of their households who also wait go along. */
    withHousehold: z.boolean().default(true),
    reason,
  }),
  output: z.strictObject({
    settled: count,
    /** Cases that had been settled before. */
    already: count,
  }),
});

export const placingInBulk = [unplacedGroups, unplaced, settlePlacements];
