import { useState } from 'react';
import { type ItemOf, itemsOf, nextOf, type Paged } from '@/client/calls/asking';
import { useQuery } from '@/client/calls/use-query';
import type { OutputOf } from '@/domain/operations/operation';
import type { Problem } from '@/domain/problem';
import type { InputFor } from '@/platform/client';

export type RowOf<Op extends Paged> = ItemOf<Op>;

/** One page of rows and the ways to its neighbours. */
export interface RowPages<Row> {
  rows: Row[];
  problem: Problem | undefined;
  loading: boolean;
  /** From 1. */
  number: number;
  next: (() => void) | undefined;
  previous: (() => void) | undefined;
  reload: () => Promise<void>;
}

export interface KeyedPages<Op extends Paged> extends RowPages<RowOf<Op>> {
  /** The page as it came, for what it says beside its rows. */
  page: OutputOf<Op> | undefined;
}

/** Turns the pages of a long list by key: forward by the cursor of the last reply, back by those gone before. */
export function useKeyedPages<Op extends Paged>(
  operation: Op,
  input: Omit<InputFor<Op>, 'cursor'> | undefined
): KeyedPages<Op> {
  const about = JSON.stringify(input ?? null);
  const [turned, setTurned] = useState<{ about: string; cursors: string[] }>({ about, cursors: [] });
  // Another question begins at its first page.
  const cursors = turned.about === about ? turned.cursors : [];
  const cursor = cursors[cursors.length - 1] ?? null;
  const asked = input === undefined ? undefined : ({ ...input, cursor } as InputFor<Op>);
  const { value: page, problem, loading, reload } = useQuery(operation, asked);
  const next = nextOf<Op>(page);
  return {
    rows: itemsOf<Op>(page),
    page,
    problem,
    loading: loading && input !== undefined,
    number: cursors.length + 1,
    next: next === null ? undefined : () => setTurned({ about, cursors: [...cursors, next] }),
    previous: cursors.length === 0 ? undefined : () => setTurned({ about, cursors: cursors.slice(0, -1) }),
    reload,
  };
}
