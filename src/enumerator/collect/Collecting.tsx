import { useMemo, useState } from 'react';
import type { Account } from '@/client/account';
import { useDeclaration } from '@/client/filling/use-declaration';
import type { OpenedForm } from '@/client/filling/use-open-form';
import { back } from '@/client/navigate';
import { closingClasses } from '@/domain/campaign/closing';
import type { Answers } from '@/domain/form';
import type { Draft } from '@/form-ui';
import { DenseForm } from '@/form-ui';
import { BigChoice, Card, Notice, Page, PrimaryAction, ProblemNotice, scrollToField, toast } from '@/ui';
import type { Returned } from '../shelf/village-store';
import { FromHead } from './FromHead';
import { PaperCard } from './PaperCard';
import { keepHeadAnswers } from './same-as-head';
import { useSignedPaper } from './use-signed-paper';

/** A comment stands above its field: with large text it takes three lines. */
const commentAbove = 190;

interface CollectingProps {
  account: Account;
  villageCode: string;
  opened: OpenedForm;
  draft: Draft | undefined;
  returned: Returned | undefined;
  mends: string | undefined;
}

const classOf = ({ populationClass }: Answers): Record<string, string> =>
  typeof populationClass === 'string' && populationClass in closingClasses ? { closed: populationClass } : {};

const channels = [
  { value: 'visit', label: '上门当面' },
  { value: 'phone', label: '电话' },
];

/** The whole form on one page, official labels, faults said in place when it is sent. */
export function Collecting({ account, villageCode, opened, draft, returned, mends }: CollectingProps) {
  const [mode, setMode] = useState<'visit' | 'phone'>('visit');
  const paper = useSignedPaper(account, villageCode, opened);
  const { session, send, sending, problem } = useDeclaration({
    account,
    opened,
    draft,
    mends,
    mode,
    consentVersion: opened.consentVersion,
    // The outbox opens the form again from its village; the list shows who was closed.
    shows: (answers) => ({ village: villageCode, ...classOf(answers) }),
    onSent: async (keptAs) => {
      await paper.send(keptAs);
      toast(keptAs === undefined ? '已送达' : '已存在手机里，有信号后发送');
      back();
    },
  });
  const comments = useMemo(
    () => new Map(returned?.comments.map(({ field, text }): [string, string] => [field, text])),
    [returned]
  );
  const save = async () => {
    const fault = session.insist();
    if (fault) {
      scrollToField(fault.field);
      return;
    }
    const { answers, ctx } = session;
    await keepHeadAnswers(account.accountId, villageCode, opened, answers, ctx).catch(() => undefined);
    await send();
  };
  const left = session.journey.blocking.length;
  const commented = returned?.comments[0];
  const unchanged = () => {
    session.answer('confirmed', true);
    const open = session.journey.blocking.find(({ field }) => field !== 'confirmed');
    if (open) scrollToField(open.field);
  };
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
      {returned && (
        <Notice
          tone="fault"
          name="returned"
          {...(commented
            ? { action: { label: '去看意见', onPress: () => scrollToField(commented.field, commentAbove) } }
            : {})}
        >
          {`${returned.returnedBy}退回：${returned.reason}。`}
          {commented && `意见写在“${returned.comments.map(({ label }) => label).join('”“')}”上面。`}
        </Notice>
      )}
      {opened.live !== null && returned === undefined && session.answers.confirmed !== true && (
        <Notice name="as-before" action={{ label: '都没变', onPress: unchanged }}>
          下面是上次的回答，念给对方听；都没变就点右边，有变的直接改。
        </Notice>
      )}
      <Card>
        <BigChoice
          name="mode"
          label="采集方式"
          options={channels}
          value={mode}
          onChange={(value) => setMode(value === 'phone' ? 'phone' : 'visit')}
        />
      </Card>
      <FromHead account={account} villageCode={villageCode} opened={opened} session={session} />
      <DenseForm session={session} edition={account.county.edition} comments={comments} />
      <PaperCard paper={paper} />
    </Page>
  );
}
