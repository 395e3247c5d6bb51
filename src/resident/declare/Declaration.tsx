import { useCallback, useMemo, useState } from 'react';
import type { Account } from '@/client/account';
import { replace, restart } from '@/client/navigate';
import { outbox } from '@/client/outbox';
import { submit } from '@/client/submit';
import { type CheckContext, checkPage, upgrade } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { submitRecord } from '@/domain/operations/collect';
import type { ProblemReply } from '@/domain/problem';
import { type Draft, divisionBook, draftKey, FormWalk, useFormSession } from '@/form-ui';
import { problemOf } from '@/platform/client';
import { monotonic } from '@/platform/device/clock';
import { canReadAloud, readAloud } from '@/platform/device/read-aloud';
import { storage } from '@/platform/storage';
import { confirm, ProblemNotice } from '@/ui';
import { forgetForm, type OpenedForm } from './use-open-form';

interface DeclarationProps {
  account: Account;
  opened: OpenedForm;
  draft: Draft | undefined;
  mends?: string | undefined;
}

/** The walk through the form: every answer kept, the check page last, then into the outbox. */
export function Declaration({ account, opened, draft, mends }: DeclarationProps) {
  const { subject } = opened;
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<ProblemReply>();
  const ctx = useMemo((): CheckContext => contextOf(opened), [opened]);
  const start = useMemo(() => startOf(opened, draft ?? refusedDraft(mends)), [opened, draft, mends]);
  const save = useCallback(
    (next: Draft) => storage.set(draftKey(account.accountId, personalForm.name, subject.personId), next),
    [account.accountId, subject.personId]
  );
  const session = useFormSession({ form: personalForm, ctx, start, save, monotonic });
  const relation = account.persons.find(({ personId }) => personId === subject.personId)?.relationLabel;

  const send = async () => {
    setSending(true);
    setProblem(undefined);
    try {
      const sent = await submit(
        submitRecord,
        { subject: subject.personId, title: `填报 ${subject.name}` },
        (submissionId) => ({
          submissionId,
          personId: subject.personId,
          formVersion: personalForm.version,
          baseVersion: session.baseVersion,
          answers: session.answers,
          reasons: session.reasons,
          consentVersion: account.consent.wanted,
          collectedAt: new Date().toISOString(),
          paradata: session.paradata(),
        })
      );
      if (sent.is === 'refused') {
        // What was typed is still the draft of this phone; the refused entry would only be a second copy.
        await outbox.withdraw(sent.entryId);
        setProblem(sent.problem);
        return;
      }
      if (mends !== undefined) await outbox.withdraw(mends);
      await forgetForm(account.accountId, subject.personId);
      replace('receipt', { person: subject.personId, ...(sent.is === 'kept' ? { kept: sent.entryId } : {}) });
    } catch (error) {
      setProblem(problemOf(error).toReply());
    } finally {
      setSending(false);
    }
  };

  const startAgain = async () => {
    const yes = await confirm({
      title: '按最新内容重新填写？',
      message: '刚才在这台手机上填的会清除。',
      confirm: '重新填写',
      danger: true,
    });
    if (!yes) return;
    await forgetForm(account.accountId, subject.personId);
    restart('residentHome');
  };

  return (
    <FormWalk
      session={session}
      title={`${subject.name}${relation && relation !== '本人' ? `（${relation}）` : ''}`}
      edition={account.county.edition}
      onSubmit={() => void send()}
      sending={sending}
      notice={
        problem && (
          <ProblemNotice
            problem={problem}
            {...(problem.code === 'state.changed' ? { onRetry: () => void startAgain() } : {})}
          />
        )
      }
      {...(canReadAloud() ? { speak: readAloud } : {})}
    />
  );
}

const contextOf = ({ today, register, held }: OpenedForm): CheckContext => ({
  today,
  mode: 'self',
  register,
  held,
  divisions: divisionBook,
});

/** The answers of an entry that the cloud refused later, when its draft was gone. */
function refusedDraft(entryId: string | undefined): Draft | undefined {
  const entry = outbox.snapshot().entries.find(({ id }) => id === entryId);
  const input = submitRecord.input.safeParse(entry?.input);
  if (!input.success) return undefined;
  const { answers, reasons, formVersion, baseVersion, collectedAt } = input.data;
  return {
    answers: upgrade(personalForm, answers, formVersion),
    reasons,
    formVersion: personalForm.version,
    baseVersion,
    page: checkPage,
    savedAt: collectedAt,
  };
}

function startOf({ live }: OpenedForm, draft: Draft | undefined) {
  if (draft !== undefined && draft.baseVersion === (live?.version ?? 0)) return draft;
  if (live === null) return { answers: {}, reasons: {}, baseVersion: 0 };
  return {
    answers: upgrade(personalForm, live.answers, live.formVersion),
    reasons: live.reasons,
    baseVersion: live.version,
  };
}
