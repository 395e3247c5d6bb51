import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useOutbox } from '@/client/outbox/outbox';
import { storage } from '@/platform/storage';
import { type CarriedVillage, unpack } from '../shelf/carried';
import { withOutbox } from '../shelf/in-field';
import { eraseVillage, readPages } from '../shelf/village-store';

interface Carried {
  village: CarriedVillage | undefined;
  loading: boolean;
  reload: () => Promise<void>;
}

/** One village as this phone carries it, with what was done here on top. Needs no network. */
export function useCarried(accountId: string, villageCode: string): Carried {
  const [stored, setStored] = useState<{ code: string; village: CarriedVillage | undefined }>();
  const { entries } = useOutbox();
  const reload = useCallback(async () => {
    const pages = villageCode === '' ? [] : await readPages(storage, accountId, villageCode);
    const village = unpack(pages);
    const ended = village?.leasedUntil != null && Date.parse(village.leasedUntil) < Date.now();
    if (ended) await eraseVillage(storage, accountId, villageCode);
    setStored({ code: villageCode, village: ended ? undefined : village });
  }, [accountId, villageCode]);
  useEffect(() => void reload(), [reload]);
  useDidShow(() => void reload());
  const known = stored?.code === villageCode ? stored.village : undefined;
  const village = useMemo(() => known && withOutbox(known, entries), [known, entries]);
  return { village, loading: stored?.code !== villageCode, reload };
}
