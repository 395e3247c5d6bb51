import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import type { Account } from '@/client/account';
import { useCommand } from '@/client/calls/use-command';
import { useOpenForm } from '@/client/filling/use-open-form';
import { replace } from '@/client/navigate';
import { SignedIn } from '@/client/SignedIn';
import { openReminder } from '@/domain/operations/publicity/reminder';
import { Page, ProblemNotice } from '@/ui';
import { Declaration } from './Declaration';

/** Declaring for oneself or for one of the family. */
export default function DeclarePage() {
  const { params } = useRouter();
  return (
    <SignedIn>
      {(account) => (
        <Declare account={account} personId={params.person ?? ''} reminderId={params.reminder} mends={params.entry} />
      )}
    </SignedIn>
  );
}

interface DeclareProps {
  account: Account;
  personId: string;
  reminderId: string | undefined;
  /** The refused entry of the outbox that is put right here. */
  mends: string | undefined;
}

function Declare({ account, personId, reminderId, mends }: DeclareProps) {
  const consented = account.consent.agreed === account.consent.wanted;
  const opened = useOpenForm(account.accountId, personId);
  const reminder = useCommand(openReminder);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a reminder is opened once, when the page is
  useEffect(() => {
    if (reminderId !== undefined) void reminder.run({ reminderId });
  }, [reminderId]);
  useEffect(() => {
    if (!consented) replace('consent', { person: personId });
  }, [consented, personId]);
  if (opened.form === undefined) {
    return (
      <Page loading={opened.problem === undefined}>
        <ProblemNotice problem={opened.problem} onRetry={opened.reload} />
      </Page>
    );
  }
  return (
    <Declaration
      key={opened.form.subject.personId}
      account={account}
      opened={opened.form}
      draft={opened.draft}
      mends={mends}
    />
  );
}
