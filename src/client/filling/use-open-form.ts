import { useEffect, useState } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { personalForm } from '@/domain/forms';
import { openForm } from '@/domain/operations/collecting/collect';
import type { OutputOf } from '@/domain/operations/operation';
import type { Problem } from '@/domain/problem';
import { type Draft, draftKey, readDraft } from '@/form-ui';
import { problemOf } from '@/platform/client';
import { storage } from '@/platform/storage';

export type OpenedForm = OutputOf<typeof openForm>;

interface Opened {
  form: OpenedForm | undefined;
  draft: Draft | undefined;
  problem: Problem | undefined;
  reload: () => void;
}

const keptKey = (accountId: string, personId: string): string => `form/${accountId}/${personId}`;

/**
 * The form of one person with what the register and the cloud know, and the draft of this phone. Without signal the
 * last known form serves, so that a draft can go on anywhere.
 */
export function useOpenForm(accountId: string, personId: string): Opened {
  const asked = useQuery(openForm, { personId });
  const [kept, setKept] = useState<OpenedForm>();
  const [draft, setDraft] = useState<{ value: Draft | undefined }>();
  const [failed, setFailed] = useState<Problem>();

  useEffect(() => {
    const read = async () => {
      const [form, stored] = await Promise.all([
        storage.get(keptKey(accountId, personId)),
        storage.get(draftKey(accountId, personalForm.name, personId)),
      ]);
      const parsed = openForm.output.safeParse(form);
      if (parsed.success) setKept(parsed.data);
      setDraft({ value: readDraft(personalForm, stored) });
    };
    read().catch((error: unknown) => setFailed(problemOf(error)));
  }, [accountId, personId]);

  useEffect(() => {
    if (asked.value !== undefined) {
      storage.set(keptKey(accountId, personId), asked.value).catch((error: unknown) => setFailed(problemOf(error)));
    }
  }, [asked.value, accountId, personId]);

  const usable = asked.value ?? (asked.problem?.code === 'call.unreachable' ? kept : undefined);
  return {
    form: draft === undefined ? undefined : usable,
    draft: draft?.value,
    problem: usable === undefined ? (asked.problem ?? failed) : undefined,
    reload: () => void asked.reload(),
  };
}

/** Nothing of a sent form stays on the phone but the outbox's own entry. */
export async function forgetForm(accountId: string, personId: string): Promise<void> {
  await storage.remove(draftKey(accountId, personalForm.name, personId));
  await storage.remove(keptKey(accountId, personId));
}
