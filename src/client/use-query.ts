import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Operation, OutputOf } from '@/domain/operations/operation';
import type { Problem } from '@/domain/problem';
import { call, type InputFor, problemOf } from '@/platform/client';

export interface Query<T> {
  value: T | undefined;
  problem: Problem | undefined;
  /** Nothing to show yet; a reload keeps the old value in sight. */
  loading: boolean;
  reload: () => Promise<void>;
}

/**
 * Asks the cloud when the page is shown and when the input changes. `undefined` as input asks nothing yet.
 * An answer that arrives after the input has changed is dropped.
 */
export function useQuery<Op extends Operation>(operation: Op, input: InputFor<Op> | undefined): Query<OutputOf<Op>> {
  const [state, setState] = useState<Omit<Query<OutputOf<Op>>, 'reload'>>({
    value: undefined,
    problem: undefined,
    loading: true,
  });
  const key = input === undefined ? undefined : JSON.stringify(input);
  const turn = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the input
  const reload = useCallback(async () => {
    if (input === undefined) return;
    const mine = ++turn.current;
    try {
      const value = await call(operation, input);
      if (mine === turn.current) setState({ value, problem: undefined, loading: false });
    } catch (error) {
      if (mine === turn.current)
        setState((before) => ({ value: before.value, problem: problemOf(error), loading: false }));
    }
  }, [operation, key]);

  useEffect(() => void reload(), [reload]);
  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) void reload();
    shownBefore.current = true;
  });

  return { ...state, reload };
}
