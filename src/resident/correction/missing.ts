import type { correctionTopics } from '@/domain/operations/collecting/corrections';

export type Topic = keyof typeof correctionTopics;

const longest = 500;

/** What still has to be said before a request can be sent; the first thing only. */
export function missingIn(
  topic: Topic | undefined,
  text: string
): { field: 'topic' | 'text'; message: string } | undefined {
  if (topic === undefined) return { field: 'topic', message: '请选择要更正的内容' };
  const length = [...text.trim()].length;
  if (length < 4) return { field: 'text', message: '请写清楚哪里不对、应该是什么' };
  if (length > longest) return { field: 'text', message: `最多写 ${longest} 个字，请写短一些` };
  return undefined;
}
