import { useRef, useState } from 'react';
import { type acceptRecords, type confirmRecords, reviewList } from '@/domain/operations/office/quality';
import type { Problem } from '@/domain/problem';
import { call, type InputFor, problemOf } from '@/platform/client';
import { type BatchReply, together } from './batch';

/** As many as one call may decide about. */
const portion = 200;

export interface WholeRun {
  run: (act: typeof acceptRecords | typeof confirmRecords) => Promise<BatchReply>;
  /** How many have been gone through; undefined while nothing is under way. */
  seen: number | undefined;
  stop: () => void;
  problem: Problem | undefined;
}

/**
 * Everything without a doubt and no closing that matches, portion after portion. What was decided stays decided when it
 * is stopped or the line breaks; pressing again goes on with the rest.
 */
export function useWholeList(wanted: Pick<InputFor<typeof reviewList>, 'divisionCode' | 'state'>): WholeRun {
  const [seen, setSeen] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const stopped = useRef(false);
  const run: WholeRun['run'] = async (act) => {
    stopped.current = false;
    setProblem(undefined);
    let sum: BatchReply = { done: 0, left: 0, records: [] };
    try {
      for (let cursor: string | null = null; !stopped.current; ) {
        setSeen(sum.done + sum.left);
        const page: Awaited<ReturnType<typeof nextPage>> = await nextPage(cursor);
        if (page.items.length > 0) {
          const records = page.items.map(({ recordId, version }) => ({ recordId, version }));
          sum = together(sum, await call(act, { records }));
        }
        if (page.next === null) break;
        cursor = page.next;
      }
    } catch (error) {
      setProblem(problemOf(error));
    }
    setSeen(undefined);
    return sum;
  };
  const nextPage = (cursor: string | null) => call(reviewList, { ...wanted, only: 'plain', cursor, limit: portion });
  return { run, seen, stop: () => (stopped.current = true), problem };
}
