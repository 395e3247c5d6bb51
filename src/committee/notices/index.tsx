import { usePages } from '@/client/calls/use-pages';
import { open } from '@/client/navigate';
import { StaffOnly } from '@/client/StaffOnly';
import { dayOfMoment } from '@/client/words';
import { listNotices, noticeKinds } from '@/domain/operations/publicity/notice';
import { ActionButton, Card, Empty, ListRow, Page, PrimaryAction, ProblemNotice, StateTag } from '@/ui';

export default function CommitteeNoticesPage() {
  return <StaffOnly roles={['committee', 'town', 'county', 'supervisor']}>{() => <Notices />}</StaffOnly>;
}

function Notices() {
  const list = usePages(listNotices, { withdrawn: true, limit: 30 });
  return (
    <Page
      dense
      loading={list.loading}
      action={
        <PrimaryAction name="publish" onPress={() => open('committeePublish')}>
          发公告
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {list.items.length === 0 && !list.problem && (
        <Empty title="还没有公告" hint="点下面的按钮，用现成的信稿发一份。" icon="bell" />
      )}
      {list.items.length > 0 && (
        <Card flush>
          {list.items.map(({ noticeId, kind, title, divisionName, publishedAt, withdrawn }) => (
            <ListRow
              key={noticeId}
              name={`notice-${noticeId}`}
              title={title}
              note={`${noticeKinds[kind]} · ${divisionName} · ${dayOfMoment(publishedAt)}`}
              value={withdrawn ? <StateTag tone="plain">已撤回</StateTag> : undefined}
              onPress={() => open('committeeNotice', { id: noticeId })}
            />
          ))}
        </Card>
      )}
      {list.more && (
        <ActionButton name="more" onPress={() => void list.loadMore()}>
          再看一些
        </ActionButton>
      )}
    </Page>
  );
}
