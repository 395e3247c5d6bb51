import { useEffect, useState } from 'react';
import type { Account } from '@/client/account';
import type { OpenedForm } from '@/client/filling/use-open-form';
import type { Answers } from '@/domain/form';
import type { FormSession } from '@/form-ui';
import { Notice } from '@/ui';
import { useCarried } from '../parts/use-carried';
import { headAnswers, takenFromHead } from './same-as-head';

interface FromHeadProps {
  account: Account;
  villageCode: string;
  opened: OpenedForm;
  session: FormSession;
}

/** What the head of the household answered for the whole house, taken over with one tap. */
export function FromHead({ account, villageCode, opened, session }: FromHeadProps) {
  const { village } = useCarried(account.accountId, villageCode);
  const { householdId } = opened.subject;
  const isHead = opened.register.relation === '0';
  const headId = village?.persons.find((one) => one.householdId === householdId && one.relation === '0')?.personId;
  const [head, setHead] = useState<Answers>();
  useEffect(() => {
    if (householdId === null || isHead) return;
    void headAnswers(account.accountId, villageCode, householdId, headId).then(setHead, () => undefined);
  }, [account.accountId, villageCode, householdId, headId, isHead]);
  const taken = head && takenFromHead(head, session.answers);
  if (taken === undefined || Object.keys(taken).length === 0) return null;
  return (
    <Notice name="from-head" action={{ label: '与户主相同', onPress: () => session.answerAll(taken) }}>
      {`户主已填过全家一样的 ${Object.keys(taken).length} 项，可以直接用。`}
    </Notice>
  );
}
