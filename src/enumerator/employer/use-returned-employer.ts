import { useEffect, useState } from 'react';
import { storage } from '@/platform/storage';
import { type Returned, readReturned } from '../shelf/village-store';

/** What a reviewer wrote when this employer's form was sent back; from the phone, so that it is read without signal. */
export function useReturnedEmployer(
  accountId: string,
  villageCode: string,
  employerId: string | undefined
): Returned | undefined {
  const [returned, setReturned] = useState<Returned>();
  useEffect(() => {
    if (employerId === undefined) return;
    const find = (all: readonly Returned[]) =>
      setReturned(all.find(({ formId, personId }) => formId === 'employer' && personId === employerId));
    void readReturned(storage, accountId, villageCode).then(find, () => undefined);
  }, [accountId, villageCode, employerId]);
  return returned;
}
