export interface BatchReply {
  done: number;
  left: number;
  records: readonly { done: boolean; why: string }[];
}

/** 审核通过 12 条；2 条没有办：别人刚改过（2） */
export function batchInWords(act: string, { done, left, records }: BatchReply): string {
  if (left === 0) return `${act} ${done} 条。`;
  const reasons = new Map<string, number>();
  for (const record of records) if (!record.done) reasons.set(record.why, (reasons.get(record.why) ?? 0) + 1);
  const why = [...reasons].map(([reason, times]) => `${reason.replace(/[。；]$/, '')}（${times} 条）`).join('；');
  return `${act} ${done} 条；${left} 条没有办：${why}。`;
}

/** Several replies as one. */
export const together = (one: BatchReply, other: BatchReply): BatchReply => ({
  done: one.done + other.done,
  left: one.left + other.left,
  records: [...one.records, ...other.records],
});
