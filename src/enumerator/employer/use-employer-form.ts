import { useEffect, useState } from 'react';
import type { Account } from '@/client/account';
import { dayAhead } from '@/client/words';
import type { Answers, Reasons } from '@/domain/form';
import { employerForm } from '@/domain/forms';
import { openEmployer } from '@/domain/operations/collecting/employer';
import { type Draft, draftKey, readDraft } from '@/form-ui';
import { call } from '@/platform/client';
import { storage } from '@/platform/storage';

/** What the form begins from. */
export interface OpenedEmployer {
  today: string;
  register: Answers;
  held: Readonly<Record<string, string>>;
  live: { version: number; formVersion: number; answers: Answers; reasons: Reasons } | null;
}

interface Opened {
  opened: OpenedEmployer | undefined;
  draft: Draft | undefined;
  loading: boolean;
}

/** One draft a village for a new employer, one for each that exists. */
export const employerDraftKey = (accountId: string, villageCode: string, employerId: string | undefined): string =>
  draftKey(accountId, employerForm.name, employerId ?? `new-${villageCode}`);

export function useEmployerForm(account: Account, villageCode: string, employerId: string | undefined): Opened {
  const [state, setState] = useState<Opened>({ opened: undefined, draft: undefined, loading: true });
  useEffect(() => {
    let current = true;
    const read = async () => {
      const stored = await storage.get(employerDraftKey(account.accountId, villageCode, employerId));
      const fromCloud = await call(openEmployer, {
        villageCode,
        ...(employerId === undefined ? {} : { employerId }),
      }).catch(() => undefined);
      const opened = fromCloud ?? (employerId === undefined ? blank(villageCode) : undefined);
      if (current) setState({ opened, draft: readDraft(employerForm, stored), loading: false });
    };
    void read();
    return () => {
      current = false;
    };
  }, [account.accountId, villageCode, employerId]);
  return state;
}

const blank = (village: string): OpenedEmployer => ({
  today: dayAhead(),
  register: { village },
  held: {},
  live: null,
});
