import { useMemo } from 'react';
import type { Draft } from '@/form-ui';
import { newRequestId } from '@/platform/client';
import { storage } from '@/platform/storage';

export interface DraftKeeper {
  /** Errors: storage.full and the like; storage.elsewhere when another tab has typed in or sent this form since. */
  save: (draft: Draft) => Promise<void>;
  /** What is typed here holds from now on, whatever another tab has stored. */
  claim: () => Promise<void>;
}

/** Keeps the draft of one form, write by write: two tabs with the same form do not write over each other unseen. */
export function draftKeeper(key: string, begun: Draft | undefined): DraftKeeper {
  let last = begun?.stamp;
  let queue: Promise<unknown> = Promise.resolve();
  const next = (work: () => Promise<void>): Promise<void> => {
    const mine = queue.then(work, work);
    queue = mine.catch(() => undefined);
    return mine;
  };
  return {
    save: (draft) =>
      next(async () => {
        const stamp = newRequestId();
        await storage.setAfter(key, { ...draft, stamp }, stamp, last);
        last = stamp;
      }),
    claim: () =>
      next(async () => {
        const stored = (await storage.get(key)) as Draft | undefined;
        last = stored?.stamp;
      }),
  };
}

export const useDraftKeeper = (key: string, begun: Draft | undefined): DraftKeeper =>
  useMemo(() => draftKeeper(key, begun), [key, begun]);
