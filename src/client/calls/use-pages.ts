import { useCallback, useEffect, useState } from 'react';
import type { OutputOf } from '@/domain/operations/operation';
import type { Problem } from '@/domain/problem';
import { call, type InputFor } from '@/platform/client';
import { type ItemOf, itemsOf, nextOf, type Paged, useLatest, useShownAgain } from './asking';

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
  const latest = useLatest();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the input
  const fetchPage = useCallback(
    async (cursor: string | null, before: OutputOf<Op>[]) => {
      if (input === undefined) return;
      await latest(
        () => call(operation, { ...input, cursor } as InputFor<Op>),
        (answer) => {
          if ('value' in answer) setPages([...before, answer.value]);
          setProblem('problem' in answer ? answer.problem : undefined);
          setLoading(false);
        }
      );
    },
    [operation, key, latest]
  );
  const reload = useCallback(() => fetchPage(null, []), [fetchPage]);
  useEffect(() => {
    setLoading(true);
    void reload();
  }, [reload]);
  useShownAgain(reload);

  const last = pages[pages.length - 1];
  const next = nextOf<Op>(last);
  return {
    items: pages.flatMap((page) => itemsOf<Op>(page)),
    first: pages[0],
    last,
    problem,
    loading,
    more: next !== null,
    loadMore: () => (next === null ? Promise.resolve() : fetchPage(next, pages)),
    reload,
  };
}
