import * as z from 'zod';
import { measuresOf } from '@/domain/campaign/measures';
import { saveRecount, villageFacts, villagesCounted } from '../store/queries/office/recount';
import { jobKind } from './kind';

const villagesAPage = 5;

const cursor = z.object({
  /** Code of the last village compared. */
  after: z.string(),
  checked: z.number(),
  details: z.array(
    z.object({ villageCode: z.string(), measure: z.string(), counter: z.number(), recount: z.number() })
  ),
});

/**
 * Counts everyone again by `measuresOf` and compares, village by village, each in one statement, so that submissions
 * going on meanwhile cannot make a difference. Differences are told, not repaired: somebody has to find out why.
 */
export const recountKind = jobKind({
  kind: 'office.recount',
  input: z.object({}),
  cursor,
  first: { after: '', checked: 0, details: [] },
  read: async () => undefined,
  async store(db, _page, { countyCode, cursor: { after, checked, details }, now }) {
    const villages = await villagesCounted(db, countyCode, after, villagesAPage);
    const found = [...details];
    let compared = checked;
    for (const village of villages) {
      const { counters, facts } = await villageFacts(db, countyCode, village);
      const counts = new Map<string, number>();
      for (const { people, ...person } of facts) {
        for (const measure of measuresOf(person)) counts.set(measure, (counts.get(measure) ?? 0) + people);
      }
      const measures = [...new Set([...counts.keys(), ...Object.keys(counters)])].sort();
      compared += measures.length;
      for (const measure of measures) {
        const counter = counters[measure] ?? 0;
        const recount = counts.get(measure) ?? 0;
        if (counter !== recount) found.push({ villageCode: village, measure, counter, recount });
      }
    }
    const last = villages.at(-1);
    const finished = villages.length < villagesAPage || last === undefined;
    if (finished) await saveRecount(db, countyCode, { at: now, checked: compared, details: found });
    return {
      cursor: { after: last ?? after, checked: compared, details: found },
      done: villages.length,
      result: { checked: compared, different: found.length },
      finished,
    };
  },
});
