import type { Account } from '@/client/account';
import { useDeclaration } from '@/client/filling/use-declaration';
import { forgetForm, type OpenedForm } from '@/client/filling/use-open-form';
import { replace, restart } from '@/client/navigate';
import { type Draft, FormWalk } from '@/form-ui';
import { canReadAloud, readAloud } from '@/platform/device/read-aloud';
import { confirm, ProblemNotice } from '@/ui';

interface DeclarationProps {
  account: Account;
  opened: OpenedForm;
  draft: Draft | undefined;
  mends: string | undefined;
}

/** The walk through the form: every answer kept, the check page last, then into the outbox. */
export function Declaration({ account, opened, draft, mends }: DeclarationProps) {
  const { subject } = opened;
  const { session, send, sending, problem } = useDeclaration({
    account,
    opened,
    draft,
    mends,
    consentVersion: account.consent.wanted,
    onSent: (keptAs) => replace('receipt', { person: subject.personId, kept: keptAs }),
  });
  const relation = account.persons.find(({ personId }) => personId === subject.personId)?.relationLabel;

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
