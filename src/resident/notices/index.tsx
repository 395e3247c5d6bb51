import { useQuery } from '@/client/calls/use-query';
import { open } from '@/client/navigate';
import { dayOfMoment } from '@/client/words';
import { listNotices } from '@/domain/operations/publicity/notice';
import { Card, Empty, ListRow, Page, ProblemNotice, StateTag } from '@/ui';

/** Every notice that reaches the villages of the family, newest first. */
export default function NoticesPage() {
  const { value, problem, loading, reload } = useQuery(listNotices, { limit: 100 });
  return (
    <Page loading={loading}>
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {value?.items.length === 0 && (
        <Empty title="现在没有公告" hint="村里、镇里和县里发布公告后会显示在这里。" icon="bell" />
      )}
      {value && value.items.length > 0 && (
        <Card flush>
          {value.items.map(({ noticeId, title, issuer, publishedAt, read }) => (
            <ListRow
              key={noticeId}
              name={`notice-${noticeId}`}
              title={title}
              note={`${issuer} · ${dayOfMoment(publishedAt)}`}
              value={read ? undefined : <StateTag tone="wait">未读</StateTag>}
              onPress={() => open('notice', { id: noticeId })}
            />
          ))}
        </Card>
      )}
    </Page>
  );
}
