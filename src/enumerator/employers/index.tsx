import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Account } from '@/client/account';
import { usePages } from '@/client/calls/use-pages';
import { open } from '@/client/navigate';
import { OutboxNotice } from '@/client/outbox/OutboxNotice';
import { useOutbox } from '@/client/outbox/outbox';
import { StaffOnly } from '@/client/StaffOnly';
import { dayOfMoment } from '@/client/words';
import { employers } from '@/domain/operations/collecting/employer';
import { isUnsent } from '@/outbox';
import { storage } from '@/platform/storage';
import { ActionButton, Card, Empty, ListRow, Notice, Page, PrimaryAction, ProblemNotice, StateTag } from '@/ui';
import { type EmployerLine, readEmployers } from '../shelf/employers';

export default function EmployersPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['enumerator', 'town', 'county']}>
      {(account) => <Employers account={account} villageCode={params.village ?? ''} />}
    </StaffOnly>
  );
}

interface EmployersProps {
  account: Account;
  villageCode: string;
}

/** The employers of one village, and the way to a new one; without signal those of the prepared village. */
function Employers({ account, villageCode }: EmployersProps) {
  const list = usePages(employers, { villageCode, limit: 50 });
  const [kept, setKept] = useState<EmployerLine[]>([]);
  useEffect(() => void readEmployers(storage, account.accountId, villageCode).then(setKept), [account, villageCode]);
  const unsent = useOutbox().entries.filter((entry) => entry.operation === 'collect.submitEmployer' && isUnsent(entry));
  const offline = list.problem?.code === 'call.unreachable';
  const items = offline ? kept : list.items;
  return (
    <Page
      dense
      loading={list.loading}
      action={
        <PrimaryAction name="new-employer" onPress={() => open('enumeratorEmployer', { village: villageCode })}>
          登记一家单位
        </PrimaryAction>
      }
    >
      <OutboxNotice />
      {offline ? (
        <Notice tone="wait" icon="offline">
          现在没有信号，下面是准备这个村时的单位；已登记的要有信号才能打开。
        </Notice>
      ) : (
        <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      )}
      {items.length + unsent.length === 0 && (offline || !list.problem) && (
        <Empty title="还没有登记单位" hint="遇到企业、个体户、合作社，点下面登记，没有信号也能填。" icon="file" />
      )}
      {unsent.length > 0 && (
        <Card title="还没有送达" flush>
          {unsent.map(({ id, title }) => (
            <ListRow
              key={id}
              title={title}
              value={<StateTag tone="wait">待发送</StateTag>}
              onPress={() => open('outbox')}
            />
          ))}
        </Card>
      )}
      {items.length > 0 && (
        <Card flush>
          {items.map(({ employerId, name, uscc, staffTotal, updatedAt }) => (
            <ListRow
              key={employerId}
              name={`employer-${employerId}`}
              title={name}
              note={[uscc || '没有信用代码', `更新于 ${dayOfMoment(updatedAt)}`].join(' · ')}
              value={staffTotal === null ? undefined : `${staffTotal} 人`}
              onPress={() => open('enumeratorEmployer', { village: villageCode, employer: employerId })}
            />
          ))}
        </Card>
      )}
      {list.more && !offline && (
        <ActionButton name="more" onPress={() => void list.loadMore()}>
          再看 50 家
        </ActionButton>
      )}
    </Page>
  );
}
