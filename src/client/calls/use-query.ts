import { useCallback, useEffect, useState } from 'react';
import type { Operation, OutputOf } from '@/domain/operations/operation';
import type { Problem } from '@/domain/problem';
import { call, type InputFor } from '@/platform/client';
import { useLatest, useShownAgain } from './asking';

export interface Query<T> {
  value: T | undefined;
  problem: Problem | undefined;
  /** Nothing to show yet; a reload keeps the old value in sight. */
  loading: boolean;
  reload: () => Promise<void>;
}

/** Asks the cloud when the page is shown and when the input changes. `undefined` as input asks nothing yet. */
export function useQuery<Op extends Operation>(operation: Op, input: InputFor<Op> | undefined): Query<OutputOf<Op>> {
  const [state, setState] = useState<Omit<Query<OutputOf<Op>>, 'reload'>>({
    value: undefined,
    problem: undefined,
    loading: true,
  });
  const key = input === undefined ? undefined : JSON.stringify(input);
  const latest = useLatest();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the input
  const reload = useCallback(async () => {
    if (input === undefined) return;
    await latest(
      () => call(operation, input),
      (answer) =>
        setState((before) =>
          'value' in answer
            ? { value: answer.value, problem: undefined, loading: false }
            : { value: before.value, problem: answer.problem, loading: false }
        )
    );
  }, [operation, key, latest]);

  useEffect(() => void reload(), [reload]);
  useShownAgain(reload);
  return { ...state, reload };
}
