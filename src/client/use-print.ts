import { useState } from 'react';
import type * as z from 'zod';
import type { Operation } from '@/domain/operations/operation';
import type { Problem } from '@/domain/problem';
import { call, type InputFor, problemOf } from '@/platform/client';
import { printDocument } from '@/platform/outward/print';
import { toast } from '@/ui';

type Printable = Operation<z.ZodType, z.ZodType<{ html: string }>>;

/** Fetches an A4 page and hands it to the printer; on a phone it says how to print it. */
export function usePrint<Op extends Printable>(operation: Op) {
  const [problem, setProblem] = useState<Problem>();
  const run = async (input: InputFor<Op>) => {
    try {
      setProblem(undefined);
      const { html } = (await call(operation, input)) as { html: string };
      const word = await printDocument(html);
      if (word !== undefined) toast(word);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return { run, problem };
}
