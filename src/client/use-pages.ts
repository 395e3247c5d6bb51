import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type * as z from 'zod';
import type { Operation, OutputOf } from '@/domain/operations/operation';
import type { Problem } from '@/domain/problem';
import { call, type InputFor, problemOf } from '@/platform/client';

interface PageShape {
  items: unknown[];
  next: string | null;
}
type Paged = Operation<z.ZodType, z.ZodType<PageShape>>;
type ItemOf<Op extends Paged> = OutputOf<Op> extends { items: (infer T)[] } ? T : never;

export interface Pages<Op extends Paged> {
  items: ItemOf<Op>[];
  /** The first page as it came, for what only it says beside its items. */
  first: OutputOf<Op> | undefined;
  /** The last page as it came, for what it says beside its items. */
  last: OutputOf<Op> | undefined;
  problem: Problem | undefined;
  loading: boolean;
  more: boolean;
  loadMore: () => Promise<void>;
  reload: () => Promise<void>;
}

/** A long list page by page: begins anew when the input changes or the page is shown again. */
export function usePages<Op extends Paged>(operation: Op, input: Omit<InputFor<Op>, 'cursor'> | undefined): Pages<Op> {
  const [pages, setPages] = useState<OutputOf<Op>[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [loading, setLoading] = useState(true);
  const key = input === undefined ? undefined : JSON.stringify(input);
  const turn = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the input
  const fetchPage = useCallback(
    async (cursor: string | null, before: OutputOf<Op>[]) => {
      if (input === undefined) return;
      const mine = ++turn.current;
      try {
        const page = await call(operation, { ...input, cursor } as InputFor<Op>);
        if (mine !== turn.current) return;
        setPages([...before, page]);
        setProblem(undefined);
      } catch (error) {
        if (mine === turn.current) setProblem(problemOf(error));
      }
      if (mine === turn.current) setLoading(false);
    },
    [operation, key]
  );
  const reload = useCallback(() => fetchPage(null, []), [fetchPage]);
  useEffect(() => {
    setLoading(true);
    void reload();
  }, [reload]);
  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) void reload();
    shownBefore.current = true;
  });

  const last = pages[pages.length - 1];
  const next = (last as PageShape | undefined)?.next ?? null;
  return {
    items: pages.flatMap((page) => (page as PageShape).items as ItemOf<Op>[]),
    first: pages[0],
    last,
    problem,
    loading,
    more: next !== null,
    loadMore: () => (next === null ? Promise.resolve() : fetchPage(next, pages)),
    reload,
  };
}
