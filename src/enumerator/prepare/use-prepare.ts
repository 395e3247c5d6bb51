import { useCallback, useEffect, useState } from 'react';
import type { Account } from '@/client/account';
import { employers } from '@/domain/operations/collecting/employer';
import { returnedToMe } from '@/domain/operations/office/quality';
import { takeAlong, villageBundle } from '@/domain/operations/people/village-bundle';
import type { Problem } from '@/domain/problem';
import { call, newRequestId, problemOf } from '@/platform/client';
import { pagesKept } from '@/platform/offline/pages';
import { storage } from '@/platform/storage';
import { keepEmployers } from '../shelf/employers';
import { type Prepared, type Progress, prepareVillage } from '../shelf/prepare';
import { takeFormsAlong } from '../shelf/take-along';
import { type CarriedState, carriedVillages, eraseVillage } from '../shelf/village-store';

interface Preparing {
  busy: boolean;
  so: Progress | undefined;
  done: (Prepared & { forms: number }) | undefined;
  problem: Problem | undefined;
  /** What lies on this phone, complete. */
  carried: readonly (CarriedState & { code: string })[];
  run: () => Promise<void>;
  /** A village whose work is done leaves the phone. */
  end: (villageCode: string) => Promise<void>;
}

export function usePrepare({ accountId }: Account, villageCode: string): Preparing {
  const [busy, setBusy] = useState(false);
  const [so, setSo] = useState<Progress>();
  const [done, setDone] = useState<Preparing['done']>();
  const [problem, setProblem] = useState<Problem>();
  const [carried, setCarried] = useState<Preparing['carried']>([]);
  const look = useCallback(() => carriedVillages(storage, accountId).then(setCarried), [accountId]);
  useEffect(() => void look().catch((error: unknown) => setProblem(problemOf(error))), [look]);

  const run = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await pagesKept();
      const where = { shelf: storage, accountId, villageCode };
      const prepared = await prepareVillage({
        ...where,
        generation: newRequestId(),
        fetchPage: (ask) => call(villageBundle, ask),
        progress: setSo,
      });
      const forms = await takeFormsAlong({
        ...where,
        fetchForms: (cursor) => call(takeAlong, { villageCode, cursor }),
        fetchReturned: (cursor) => call(returnedToMe, { cursor }),
      });
      await keepEmployers(storage, accountId, villageCode, (cursor) => call(employers, { villageCode, cursor }));
      setDone({ ...prepared, forms });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
      await look();
    }
  };

  const end = async (code: string) => {
    await eraseVillage(storage, accountId, code);
    setDone(undefined);
    setSo(undefined);
    await look();
  };

  return { busy, so, done, problem, carried, run, end };
}
