import * as z from 'zod';
import { command, query } from './operation';
import { count, date, id, limit, reason, villageCode, villageOrWider } from './register-parts';

/** Whom nobody could place in a village, oldest first, for the county or a town. */
export const unplaced = query({
  name: 'register.unplaced',
  title: '查看待归属人员',
  verb: 'placement.claim',
  discloses: true,
  input: z.strictObject({
    /** The county, or a town; with a town also those for whom no town is known are left out. */
    place: villageOrWider,
    /** Only those with this candidate village. */
    candidate: villageCode.optional(),
    after: id.optional(),
    limit,
  }),
  output: z.object({
    cases: z.array(
      z.object({
        caseId: id,
        personId: id,
        name: z.string(),
        idMasked: z.string(),
        birthDate: date.nullable(),
        householdNo: z.string(),
        headName: z.string(),
        address: z.string(),
        town: z.string(),
        why: z.string(),
        candidates: z.array(z.object({ code: z.string(), name: z.string() })),
        since: z.string(),
      })
    ),
    next: id.nullable(),
  }),
});

/** How many wait, by town and by the candidates they share: the groups that one stroke can settle. */
export const unplacedGroups = query({
  name: 'register.unplacedGroups',
  title: '查看待归属分组',
  verb: 'placement.claim',
  input: z.strictObject({ place: villageOrWider }),
  output: z.object({
    open: count,
    groups: z.array(
      z.object({
        town: z.string(),
        townName: z.string(),
        why: z.string(),
        candidates: z.array(z.object({ code: z.string(), name: z.string() })),
        people: count,
      })
    ),
  }),
});

/** Puts people of the queue into one village, at most 500 at a time. Whole households move together when asked. */
export const settlePlacements = command({
  name: 'register.settlePlacements',
  title: '批量归属村（居）',
  verb: 'placement.claim',
  input: z.strictObject({
    caseIds: z.array(id).min(1).max(500),
    villageCode,
    withHousehold: z.boolean().default(true),
    reason,
  }),
  output: z.object({
    settled: count,
    /** Cases someone else had settled before. */
    already: count,
  }),
});

export const registerPlacementOperations = [unplaced, unplacedGroups, settlePlacements] as const;
