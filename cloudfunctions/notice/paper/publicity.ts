import * as z from 'zod';
import type { Db } from '../../store/port';
import { readSetting } from '../../store/queries/office/settings';

/** What the county sets once for every letter. Stored under `publicity`; these are the values before it has. */
const publicity = z.object({
  document: z.object({ title: z.string(), number: z.string() }).default({
    title: '三都水族自治县就业信息数据采集工作实施方案',
    number: '（县人民政府办公室2017年12月28日印发）',
  }),
  collector: z.string().default('县里通过政府采购确定的公司'),
  /** Until the county has set a number of its own. */
  callback: z.string().default('县就业办（电话见村务公开栏）'),
  /** County or town code → whom its people call; a town without an own one is answered by the county. */
  callbacks: z.record(z.string(), z.string()).default({}),
});
export type Publicity = Omit<z.output<typeof publicity>, 'callbacks'>;

/** All that is set. */
export const readPublicity = (db: Db, countyCode: string): Promise<z.output<typeof publicity>> =>
  readSetting(db, countyCode, 'publicity', publicity);

/** As it reads in a place: whom to call is the office of its town, where that has a number of its own. */
export async function publicityIn(db: Db, countyCode: string, place: string): Promise<Publicity> {
  const { callbacks, ...set } = await readPublicity(db, countyCode);
  return { ...set, callback: callbacks[place.slice(0, 9)] ?? callbacks[countyCode] ?? set.callback };
}
