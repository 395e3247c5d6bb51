import { useState } from 'react';
import type * as z from 'zod';
import { useQuery } from '@/client/use-query';
import type { Operation, OutputOf } from '@/domain/operations/operation';
import type { Problem } from '@/domain/problem';
import type { InputFor } from '@/platform/client';

interface PageShape {
  items: unknown[];
  next: string | null;
}
export type Paged = Operation<z.ZodType, z.ZodType<PageShape>>;
export type RowOf<Op extends Paged> = OutputOf<Op> extends { items: (infer T)[] } ? T : never;

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
  const { value, problem, loading, reload } = useQuery(operation, asked);
  const page = value as PageShape | undefined;
  const next = page?.next ?? null;
  return {
    rows: (page?.items ?? []) as RowOf<Op>[],
    page: value,
    problem,
    loading: loading && input !== undefined,
    number: cursors.length + 1,
    next: next === null ? undefined : () => setTurned({ about, cursors: [...cursors, next] }),
    previous: cursors.length === 0 ? undefined : () => setTurned({ about, cursors: cursors.slice(0, -1) }),
    reload,
  };
}
