import { useRouter } from '@tarojs/taro';
import { open } from '@/client/navigate';
import { OutboxNotice } from '@/client/OutboxNotice';
import { StaffOnly } from '@/client/StaffOnly';
import { usePages } from '@/client/use-pages';
import { dayOfMoment } from '@/client/words';
import { employers } from '@/domain/operations/employer';
import { ActionButton, Card, Empty, ListRow, Page, PrimaryAction, ProblemNotice } from '@/ui';

export default function EmployersPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['enumerator', 'town', 'county']}>
      {() => <Employers villageCode={params.village ?? ''} />}
    </StaffOnly>
  );
}

/** The employers of one village, and the way to a new one. */
function Employers({ villageCode }: { villageCode: string }) {
  const list = usePages(employers, { villageCode, limit: 50 });
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
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {list.items.length === 0 && !list.problem && (
        <Empty title="还没有登记单位" hint="遇到企业、个体户、合作社，点下面登记，没有信号也能填。" icon="file" />
      )}
      {list.items.length > 0 && (
        <Card flush>
          {list.items.map(({ employerId, name, uscc, staffTotal, updatedAt }) => (
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
      {list.more && (
        <ActionButton name="more" onPress={() => void list.loadMore()}>
          再看 50 家
        </ActionButton>
      )}
    </Page>
  );
}
