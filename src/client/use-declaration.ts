import { useCallback, useMemo, useState } from 'react';
import type { Account } from '@/client/account';
import { outbox } from '@/client/outbox';
import { submit } from '@/client/submit';
import { forgetForm, type OpenedForm } from '@/client/use-open-form';
import { type Answers, type CheckContext, checkPage, type FormDefinition, upgrade } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { submitRecord } from '@/domain/operations/collect';
import type { ProblemReply } from '@/domain/problem';
import { type Draft, divisionBook, draftKey, type FormSession, useFormSession } from '@/form-ui';
import { problemOf } from '@/platform/client';
import { monotonic } from '@/platform/device/clock';
import { storage } from '@/platform/storage';

interface Options {
  account: Account;
  opened: OpenedForm;
  draft: Draft | undefined;
  /** The refused entry of the outbox that is put right. */
  mends: string | undefined;
  /** How staff reached the person; absent for residents. */
  mode?: 'visit' | 'phone';
  consentVersion: string;
  /** It arrived, or is kept as this entry of the outbox. */
  onSent: (keptAs: string | undefined) => void;
}

interface Declaration {
  session: FormSession;
  /** Into the outbox and out, if there is a network; when it was refused, `problem` says why. */
  send: () => Promise<void>;
  sending: boolean;
  problem: ProblemReply | undefined;
}

/** One personal form being filled in and sent, by the person himself, his family, or an enumerator. */
export function useDeclaration({ account, opened, draft, mends, mode, consentVersion, onSent }: Options): Declaration {
  const { subject, today, register, held } = opened;
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<ProblemReply>();
  const proxy =
    mode === undefined &&
    account.persons.some(({ personId, relation }) => personId === subject.personId && relation !== 'self');
  const ctx = useMemo(
    (): CheckContext => ({ today, mode: mode ?? 'self', proxy, register, held, divisions: divisionBook }),
    [today, mode, proxy, register, held]
  );
  const start = useMemo(() => startOf(opened, draft ?? refusedDraft(mends)), [opened, draft, mends]);
  const save = useCallback(
    (next: Draft) => storage.set(draftKey(account.accountId, personalForm.name, subject.personId), next),
    [account.accountId, subject.personId]
  );
  const session = useFormSession({ form: personalForm, ctx, start, save, monotonic });

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
          consentVersion,
          collectedAt: new Date().toISOString(),
          paradata: session.paradata(),
          ...(mode === undefined ? {} : { mode }),
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
      onSent(sent.is === 'kept' ? sent.entryId : undefined);
    } catch (error) {
      setProblem(problemOf(error).toReply());
    } finally {
      setSending(false);
    }
  };

  return { session, send, sending, problem };
}

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
  const { answers, formVersion, reasons, version } = live;
  return { answers: unconfirmed(upgrade(personalForm, answers, formVersion)), reasons, baseVersion: version };
}

const kinds: FormDefinition['fields'] = personalForm.fields;

/** What was confirmed is what was sent then; a correction is confirmed anew. */
const unconfirmed = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => kinds[key]?.kind !== 'confirmation'));
