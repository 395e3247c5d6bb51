import { useEffect, useState } from 'react';
import type { Account } from '@/client/account';
import type { OpenedForm } from '@/client/use-open-form';
import { personalForm } from '@/domain/forms';
import { openForm } from '@/domain/operations/collect';
import { type Draft, draftKey, readDraft } from '@/form-ui';
import { call } from '@/platform/client';
import { network } from '@/platform/device/network';
import { storage } from '@/platform/storage';
import { unpack } from '../shelf/carried';
import { openFromList } from '../shelf/offline-form';
import { readPages } from '../shelf/village-store';

interface FieldForm {
  form: OpenedForm | undefined;
  draft: Draft | undefined;
  loading: boolean;
}

/** Opens a form in the field. Somebody whose record exists is opened from the cloud only: the list does not carry answers. */
export function useFieldForm(account: Account, villageCode: string, personId: string): FieldForm {
  const [state, setState] = useState<FieldForm>({ form: undefined, draft: undefined, loading: true });
  useEffect(() => {
    let current = true;
    const read = async () => {
      const [stored, form] = await Promise.all([
        storage.get(draftKey(account.accountId, personalForm.name, personId)),
        fromCloudOrList(account, villageCode, personId),
      ]);
      if (current) setState({ form, draft: readDraft(personalForm, stored), loading: false });
    };
    void read();
    return () => {
      current = false;
    };
  }, [account, villageCode, personId]);
  return state;
}

async function fromCloudOrList(
  account: Account,
  villageCode: string,
  personId: string
): Promise<OpenedForm | undefined> {
  const online = network.online() ? await call(openForm, { personId }).catch(() => undefined) : undefined;
  if (online !== undefined) return online;
  const village = unpack(await readPages(storage, account.accountId, villageCode));
  const person = village?.persons.find((one) => one.personId === personId);
  if (village === undefined || person === undefined || person.recordVersion > 0) return undefined;
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return openFromList(village, person, today);
}
