import { useDidShow } from '@tarojs/taro';
import { useCallback, useRef } from 'react';
import type * as z from 'zod';
import type { Operation, OutputOf } from '@/domain/operations/operation';
import type { Problem } from '@/domain/problem';
import { problemOf } from '@/platform/client';
import { tellRefusal } from '../endings';

/** What every page that asks the cloud shares, whether it shows one answer, a growing list or a page of a table. */

interface PageShape {
  items: unknown[];
  next: string | null;
}
/** A list that comes page by page. */
export type Paged = Operation<z.ZodType, z.ZodType<PageShape>>;
export type ItemOf<Op extends Paged> = OutputOf<Op> extends { items: (infer T)[] } ? T : never;

export const itemsOf = <Op extends Paged>(page: OutputOf<Op> | undefined): ItemOf<Op>[] =>
  ((page as PageShape | undefined)?.items ?? []) as ItemOf<Op>[];
export const nextOf = <Op extends Paged>(page: OutputOf<Op> | undefined): string | null =>
  (page as PageShape | undefined)?.next ?? null;

type Answer<T> = { value: T } | { problem: Problem };

/** Of several questions only the last one's answer is told; what arrives late is dropped. */
export function useLatest() {
  const turn = useRef(0);
  return useCallback(async <T>(ask: () => Promise<T>, tell: (answer: Answer<T>) => void): Promise<void> => {
    const mine = ++turn.current;
    const answer = await ask().then(
      (value): Answer<T> => ({ value }),
      (error: unknown): Answer<T> => ({ problem: problemOf(error) })
    );
    if ('problem' in answer) tellRefusal(answer.problem);
    if (mine === turn.current) tell(answer);
  }, []);
}

/** Each time the page comes to the front again, but not the first time. */
export function useShownAgain(act: () => unknown): void {
  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) act();
    shownBefore.current = true;
  });
}
