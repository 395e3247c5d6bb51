import { useState } from 'react';
import type { Account } from '@/client/account';
import { back } from '@/client/navigate';
import { useDeclaration } from '@/client/use-declaration';
import type { OpenedForm } from '@/client/use-open-form';
import type { Draft } from '@/form-ui';
import { DenseForm } from '@/form-ui';
import { BigChoice, Card, Page, PrimaryAction, ProblemNotice, scrollToField, toast } from '@/ui';

interface CollectingProps {
  account: Account;
  opened: OpenedForm;
  draft: Draft | undefined;
  mends: string | undefined;
}

const channels = [
  { value: 'visit', label: '上门当面' },
  { value: 'phone', label: '电话' },
];

/** The whole form on one page, official labels, faults said in place when it is sent. */
export function Collecting({ account, opened, draft, mends }: CollectingProps) {
  const [mode, setMode] = useState<'visit' | 'phone'>('visit');
  const { session, send, sending, problem } = useDeclaration({
    account,
    opened,
    draft,
    mends,
    mode,
    consentVersion: opened.consentVersion,
    onSent: (keptAs) => {
      toast(keptAs === undefined ? '已送达' : '已存在手机里，有信号后发送');
      back();
    },
  });
  const save = async () => {
    const fault = session.insist();
    if (fault) {
      scrollToField(fault.field);
      return;
    }
    await send();
  };
  const left = session.journey.blocking.length;
  return (
    <Page
      dense
      title={`${opened.subject.name} ${opened.subject.idMasked.slice(-4)}`}
      action={
        <PrimaryAction
          name="submit"
          busy={sending}
          onPress={() => void save()}
          {...(left > 0 ? { note: `还有 ${left} 处要填写、改正或说明` } : {})}
        >
          提交
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={problem} />
      <Card>
        <BigChoice
          name="mode"
          label="采集方式"
          options={channels}
          value={mode}
          onChange={(value) => setMode(value === 'phone' ? 'phone' : 'visit')}
        />
      </Card>
      <DenseForm session={session} edition={account.county.edition} />
    </Page>
  );
}
