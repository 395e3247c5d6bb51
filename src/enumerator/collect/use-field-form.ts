import { useEffect, useState } from 'react';
import type { Account } from '@/client/account';
import type { OpenedForm } from '@/client/filling/use-open-form';
import { outbox } from '@/client/outbox/outbox';
import { dayAhead } from '@/client/words';
import { personalForm } from '@/domain/forms';
import { openForm } from '@/domain/operations/collecting/collect';
import { type Draft, draftKey, readDraft } from '@/form-ui';
import { call } from '@/platform/client';
import { network } from '@/platform/device/network';
import { storage } from '@/platform/storage';
import { unpack } from '../shelf/carried';
import { withOutbox } from '../shelf/in-field';
import { openFromList } from '../shelf/offline-form';
import { type Returned, readForm, readPages, readReturned } from '../shelf/village-store';

interface FieldForm {
  form: OpenedForm | undefined;
  draft: Draft | undefined;
  /** What a reviewer wrote when he sent the record back. */
  returned: Returned | undefined;
  loading: boolean;
}

const nothing: FieldForm = { form: undefined, draft: undefined, returned: undefined, loading: true };

/** Opens a form in the field: from the cloud within moments, else from what was taken along or from the list. */
export function useFieldForm(account: Account, villageCode: string, personId: string): FieldForm {
  const [state, setState] = useState(nothing);
  const { accountId } = account;
  useEffect(() => {
    let current = true;
    const read = async () => {
      const [stored, form, returned] = await Promise.all([
        storage.get(draftKey(accountId, personalForm.name, personId)),
        fromCloudOrPhone(accountId, villageCode, personId),
        readReturned(storage, accountId, villageCode),
      ]);
      const comments = form?.subject.collectState === 'collected' ? [] : returned;
      if (current) {
        setState({
          form,
          draft: readDraft(personalForm, stored),
          returned: comments.find((one) => one.personId === personId && one.formId === 'personal'),
          loading: false,
        });
      }
    };
    void read();
    return () => {
      current = false;
    };
  }, [accountId, villageCode, personId]);
  return state;
}

/** ms that the form waits for the cloud before the phone's own copy serves. */
const patience = 3000;

async function fromCloudOrPhone(accountId: string, village: string, personId: string): Promise<OpenedForm | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience));
  const asked = network.online() ? call(openForm, { personId }).catch(() => undefined) : undefined;
  const online = asked && (await Promise.race([asked, late]));
  return online ?? (await fromPhone(accountId, village, personId)) ?? (await asked);
}

/** Somebody who answered before opens from the copy that was taken along; without it only the cloud knows his answers. */
async function fromPhone(accountId: string, village: string, personId: string): Promise<OpenedForm | undefined> {
  const kept = await readForm(storage, accountId, village, personId);
  if (kept !== undefined) return { ...kept, today: dayAhead() };
  const carried = unpack(await readPages(storage, accountId, village));
  const now = carried && withOutbox(carried, outbox.snapshot().entries);
  const person = now?.persons.find((one) => one.personId === personId);
  if (now === undefined || person === undefined || person.recordVersion > 0) return undefined;
  return openFromList(now, person, dayAhead());
}
