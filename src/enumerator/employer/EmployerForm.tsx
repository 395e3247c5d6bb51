import { useCallback, useMemo, useState } from 'react';
import type { Account } from '@/client/account';
import { back } from '@/client/navigate';
import { outbox } from '@/client/outbox';
import { submit } from '@/client/submit';
import { type CheckContext, upgrade } from '@/domain/form';
import { employerForm } from '@/domain/forms';
import { submitEmployer } from '@/domain/operations/employer';
import type { ProblemReply } from '@/domain/problem';
import { DenseForm, type Draft, divisionBook, useFormSession } from '@/form-ui';
import { problemOf } from '@/platform/client';
import { monotonic } from '@/platform/device/clock';
import { storage } from '@/platform/storage';
import { Page, PrimaryAction, ProblemNotice, scrollToField, toast } from '@/ui';
import { employerDraftKey, type OpenedEmployer } from './use-employer-form';

interface EmployerFormProps {
  account: Account;
  villageCode: string;
  employerId: string | undefined;
  opened: OpenedEmployer;
  draft: Draft | undefined;
}

/** The employer's form on one page; it goes out like everything else an enumerator does, through the outbox. */
export function EmployerForm({ account, villageCode, employerId, opened, draft }: EmployerFormProps) {
  const { today, register, held } = opened;
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<ProblemReply>();
  const ctx = useMemo(
    (): CheckContext => ({ today, mode: 'visit', register, held, divisions: divisionBook }),
    [today, register, held]
  );
  const start = useMemo(() => startOf(opened, draft), [opened, draft]);
  const key = employerDraftKey(account.accountId, villageCode, employerId);
  const save = useCallback((next: Draft) => storage.set(key, next), [key]);
  const session = useFormSession({ form: employerForm, ctx, start, save, monotonic });
  const name = typeof session.answers.name === 'string' ? session.answers.name : '新单位';

  const send = async () => {
    const fault = session.insist();
    if (fault) {
      scrollToField(fault.field);
      return;
    }
    setSending(true);
    setProblem(undefined);
    try {
      const sent = await submit(
        submitEmployer,
        { subject: employerId ?? '', title: `单位 ${name}` },
        (submissionId) => ({
          submissionId,
          villageCode,
          ...(employerId === undefined ? {} : { employerId }),
          formVersion: employerForm.version,
          baseVersion: session.baseVersion,
          answers: session.answers,
          reasons: session.reasons,
          collectedAt: new Date().toISOString(),
          paradata: session.paradata(),
        })
      );
      if (sent.is === 'refused') {
        await outbox.withdraw(sent.entryId);
        setProblem(sent.problem);
        return;
      }
      await storage.remove(key);
      toast(sent.is === 'received' ? '已送达' : '已存在手机里，有信号后发送');
      back();
    } catch (error) {
      setProblem(problemOf(error).toReply());
    } finally {
      setSending(false);
    }
  };

  const left = session.journey.blocking.length;
  return (
    <Page
      dense
      title={name}
      action={
        <PrimaryAction
          name="submit"
          busy={sending}
          onPress={() => void send()}
          {...(left > 0 ? { note: `还有 ${left} 处要填写、改正或说明` } : {})}
        >
          提交
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={problem} />
      <DenseForm session={session} edition={account.county.edition} />
    </Page>
  );
}

function startOf({ live }: OpenedEmployer, draft: Draft | undefined) {
  if (draft !== undefined && draft.baseVersion === (live?.version ?? 0)) return draft;
  if (live === null) return { answers: {}, reasons: {}, baseVersion: 0 };
  const { answers, formVersion, reasons, version } = live;
  return { answers: upgrade(employerForm, answers, formVersion), reasons, baseVersion: version };
}
