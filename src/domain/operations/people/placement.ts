import * as z from 'zod';
import { command, query } from '../operation';
import { cursor, id, instant, page, pageSize, personId, village, villageCode } from '../shapes';

/** Which village a person belongs to: the queue of those who could not be placed, and the reason for those who were. */

export const placements = query({
  name: 'register.placements',
  title: '查看待归属人员',
  verb: 'placement.claim',
  discloses: true,
  input: z.strictObject({ cursor, limit: pageSize(50, 200) }),
  output: page(
    z.strictObject({
      caseId: z.string(),
      personId: z.string(),
      name: z.string(),
      idMasked: z.string(),
      sex: z.string(),
      birthDate: z.string().nullable(),
      /** Why no village could be decided: a sentence. */
      why: z.string(),
      candidates: z.array(z.strictObject({ ...village.shape, why: z.string() })),
      townCode: z.string(),
      origin: z.string(),
      createdAt: instant,
    })
  ),
});

export const claimPlacement = command({
  name: 'register.claimPlacement',
  title: '认领待归属人员',
  verb: 'placement.claim',
  discloses: true,
  input: z.strictObject({ caseId: id('待归属编号'), villageCode }),
  output: z.strictObject({ personId: z.string(), village }),
});

/** For the person himself and for those who work in his village. */
export const placementOf = query({
  name: 'register.placementOf',
  title: '查看归属村（居）',
  verb: 'person.read',
  discloses: true,
  input: z.strictObject({ personId }),
  output: z.strictObject({
    village: village.nullable(),
    why: z.string(),
    confidence: z.string(),
    edition: z.string(),
    waiting: z.boolean(),
  }),
});

export const placing = [placements, claimPlacement, placementOf];
