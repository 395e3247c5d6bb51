import { useMemo } from 'react';
import type { Account } from '@/client/account';
import { type Start, useFilling } from '@/client/filling/use-filling';
import { back } from '@/client/navigate';
import { type CheckContext, upgrade } from '@/domain/form';
import { employerForm } from '@/domain/forms';
import { submitEmployer } from '@/domain/operations/collecting/employer';
import { DenseForm, type Draft, divisionBook, type FormSession } from '@/form-ui';
import { Notice, Page, PrimaryAction, ProblemNotice, scrollToField, toast } from '@/ui';
import { employerDraftKey, type OpenedEmployer } from './use-employer-form';
import { useReturnedEmployer } from './use-returned-employer';

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
  const ctx = useMemo(
    (): CheckContext => ({ today, mode: 'visit', register, held, divisions: divisionBook }),
    [today, register, held]
  );
  const start = useMemo(() => startOf(opened, draft), [opened, draft]);
  const { session, send, sending, problem } = useFilling({
    form: employerForm,
    operation: submitEmployer,
    ctx,
    start,
    draftKey: employerDraftKey(account.accountId, villageCode, employerId),
    draft,
    mends: undefined,
    words: (filled) => ({ subject: employerId ?? '', title: `单位 ${nameIn(filled)}` }),
    build: (filled) => ({
      ...filled,
      villageCode,
      ...(employerId === undefined ? {} : { employerId }),
      formVersion: employerForm.version,
    }),
    onSent: (sent) => {
      toast(sent.is === 'received' ? '已送达' : '已存在手机里，有信号后发送');
      back();
    },
  });
  const insist = () => {
    const fault = session.insist();
    if (fault) scrollToField(fault.field);
    else void send();
  };

  const returned = useReturnedEmployer(account.accountId, villageCode, employerId);
  const comments = useMemo(
    () => new Map(returned?.comments.map(({ field, text }): [string, string] => [field, text])),
    [returned]
  );
  const left = session.journey.blocking.length;
  return (
    <Page
      dense
      title={nameIn(session)}
      action={
        <PrimaryAction
          name="submit"
          busy={sending}
          onPress={insist}
          {...(left > 0 ? { note: `还有 ${left} 处要填写、改正或说明` } : {})}
        >
          提交
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={problem} />
      {returned && <Notice tone="wait">{`${returned.returnedBy}退回：${returned.reason}`}</Notice>}
      <DenseForm session={session} edition={account.county.edition} comments={comments} />
    </Page>
  );
}

const nameIn = ({ answers }: FormSession): string => (typeof answers.name === 'string' ? answers.name : '新单位');

function startOf({ live }: OpenedEmployer, draft: Draft | undefined): Start {
  if (draft !== undefined) return draft;
  if (live === null) return { answers: {}, reasons: {}, baseVersion: 0 };
  const { answers, formVersion, reasons, version } = live;
  return { answers: upgrade(employerForm, answers, formVersion), reasons, baseVersion: version };
}
