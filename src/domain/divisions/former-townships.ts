/**
 * The townships that became part of today's seven towns in 2014; older household books still name them.
 * From public knowledge of the reform of 2014, not checked against the document, so they lower the confidence of a match.
 */
export const formerTownships: readonly { name: string; town: string }[] = [
  { name: '三合镇', town: '522732001' },
  { name: '拉揽乡', town: '522732001' },
  { name: '合江镇', town: '522732111' },
  { name: '丰乐镇', town: '522732111' },
  { name: '交梨乡', town: '522732112' },
  { name: '坝街乡', town: '522732113' },
  { name: '羊福乡', town: '522732113' },
  { name: '打鱼乡', town: '522732113' },
  { name: '巫不乡', town: '522732113' },
  { name: '水龙乡', town: '522732114' },
  { name: '三洞乡', town: '522732114' },
  { name: '塘州乡', town: '522732114' },
  { name: '廷牌镇', town: '522732115' },
  { name: '恒丰乡', town: '522732115' },
  { name: '扬拱乡', town: '522732116' },
];
