import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { useOutbox } from '@/client/outbox/outbox';
import { returnedToMe } from '@/domain/operations/office/quality';
import { call } from '@/platform/client';
import { network } from '@/platform/device/network';
import { storage } from '@/platform/storage';
import type { CarriedVillage } from '../shelf/carried';
import { keepReturned, type Returned, readReturned } from '../shelf/village-store';

/**
 * Records of this village that were sent back to me, from the phone; asked of the cloud again when the list is shown.
 * One that was filled in again here is not in the way any more, whether it has arrived or not.
 */
export function useReturned(accountId: string, { villageCode, persons }: CarriedVillage): Returned[] {
  const [returned, setReturned] = useState<Returned[]>([]);
  const { entries } = useOutbox();
  const read = useCallback(async () => {
    setReturned(await readReturned(storage, accountId, villageCode));
    if (!network.online()) return;
    const { items } = await call(returnedToMe, { limit: 200 });
    const mine = items.filter((one) => one.villageCode === villageCode);
    await keepReturned(storage, accountId, villageCode, mine);
    setReturned(mine);
  }, [accountId, villageCode]);
  // Without an answer what the phone has stands.
  const ask = useCallback(() => void read().catch(() => undefined), [read]);
  useEffect(ask, [ask]);
  useDidShow(ask);
  const inVillage = new Set(persons.map(({ personId }) => personId));
  const again = (one: Returned): boolean =>
    entries.some(
      ({ subject, operation, doneAt }) =>
        subject === one.personId && operation === sentBy[one.formId] && doneAt > Date.parse(one.returnedAt)
    );
  const isHere = ({ formId, personId }: Returned): boolean => formId === 'employer' || inVillage.has(personId);
  return returned.filter((one) => isHere(one) && !again(one));
}

const sentBy: Readonly<Record<string, string>> = {
  personal: 'collect.submitRecord',
  employer: 'collect.submitEmployer',
};
