import * as z from 'zod';

/** What the county sets once for every letter. Stored under `publicity`; these are the values before it has. */
export const publicity = z.object({
  document: z.object({ title: z.string(), number: z.string() }).default({
    title: '三都水族自治县就业信息数据采集工作实施方案',
    number: '（县人民政府办公室2017年12月28日印发）',
  }),
  collector: z.string().default('县里通过政府采购确定的公司'),
  callback: z.string().default('县就业办（电话见村务公开栏）'),
});
export type Publicity = z.output<typeof publicity>;
