import * as z from 'zod';
import { query } from '../operation';
import { count, divisionCode, instant } from '../shapes';

/**
 * Who is where with how much. Where is the village somebody holds; when is his last sync and nothing finer: no
 * position, no movements.
 */
export const liveBoard = query({
  name: 'quality.liveBoard',
  title: '现场看板',
  verb: 'assignment.manage',
  input: z.strictObject({ divisionCode }),
  output: z.strictObject({
    asOf: instant,
    rows: z.array(
      z.strictObject({
        postId: z.string(),
        enumerator: z.string(),
        company: z.string(),
        villages: z.array(
          z.strictObject({
            villageCode: z.string(),
            villageName: z.string(),
            part: z.string(),
            people: count,
            done: count,
            leasedUntil: instant,
          })
        ),
        /** null: nothing has come from his phone yet. */
        lastSync: instant.nullable(),
        /** On the phone when it last synced. */
        waiting: count,
        today: count,
        week: count,
      })
    ),
    /** Forms that wait until what they build on arrives, and pairs of answers a human has to choose between. */
    held: count,
    comparisons: count,
  }),
});

export const boarding = [liveBoard];
