import { useState } from 'react';
import type { Operation, OutputOf } from '@/domain/operations/operation';
import type { Problem } from '@/domain/problem';
import { call, type InputFor, newRequestId, problemOf } from '@/platform/client';
import { tellRefusal } from '../endings';

export interface Command<Op extends Operation> {
  /** Resolves with the reply, or with undefined when there is a problem to show. */
  run: (input: InputFor<Op>) => Promise<OutputOf<Op> | undefined>;
  busy: boolean;
  problem: Problem | undefined;
  clear: () => void;
}

/**
 * One act of a person: while it is under way a second press does nothing, and pressing again after a lost answer
 * repeats the same request instead of a new one.
 */
export function useCommand<Op extends Operation>(operation: Op): Command<Op> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [open, setOpen] = useState<{ key: string; requestId: string }>();

  const run = async (input: InputFor<Op>) => {
    if (busy) return undefined;
    const key = JSON.stringify(input);
    const requestId = open?.key === key ? open.requestId : newRequestId();
    setBusy(true);
    setProblem(undefined);
    setOpen({ key, requestId });
    try {
      const value = await call(operation, input, { requestId });
      setOpen(undefined);
      return value;
    } catch (error) {
      const known = problemOf(error);
      if (known.code !== 'call.unreachable') setOpen(undefined);
      setProblem(known);
      tellRefusal(known);
      return undefined;
    } finally {
      setBusy(false);
    }
  };

  return { run, busy, problem, clear: () => setProblem(undefined) };
}
