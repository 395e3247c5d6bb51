import { useRouter } from '@tarojs/taro';
import type { Account } from '@/client/account';
import { useQuery } from '@/client/calls/use-query';
import { open } from '@/client/navigate';
import { momentInWords } from '@/client/words';
import { liveBoard } from '@/domain/operations/office/board';
import type { OutputOf } from '@/domain/operations/operation';
import { Card, Empty, Facts, ListRow, Notice, Page, PrimaryAction, ProblemNotice, StateTag } from '@/ui';
import { homePlace, OfficeOnly } from '../parts/OfficeOnly';

type Row = OutputOf<typeof liveBoard>['rows'][number];

/** Who is in which village with how much; when each phone last synced, and nothing finer. */
export default function OfficeBoardPage() {
  return <OfficeOnly>{(account, post) => <Board account={account} post={post} />}</OfficeOnly>;
}

function Board({ account, post }: { account: Account; post: Account['posts'][number] }) {
  const { params } = useRouter();
  const place = params.place ?? homePlace(post, account.county.code);
  const { value, problem, loading, reload } = useQuery(liveBoard, { divisionCode: place });
  return (
    <Page
      dense
      loading={loading}
      action={
        <PrimaryAction name="refresh" onPress={() => void reload()}>
          刷新
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {value && (
        <>
          <Card title={`在外 ${value.rows.length} 人`} flush>
            <ListRow icon="file" title="今天收到" value={`${total(value.rows, 'today')} 份`} />
            <ListRow icon="file" title="近七天收到" value={`${total(value.rows, 'week')} 份`} />
            <ListRow icon="sync" title="手机里等着发送" value={`${total(value.rows, 'waiting')} 项`} />
            <ListRow name="held" icon="clock" title="等前一份到齐的" value={`${value.held} 项`} />
            <ListRow
              name="comparisons"
              icon="warning"
              title="要人选的两份答案"
              value={`${value.comparisons} 份`}
              onPress={() => open('committeeComparisons', { place })}
            />
          </Card>
          {value.rows.length === 0 && (
            <Empty title="现在没有人领着任务" hint="先在“采集分工”里把村分派给采集员。" icon="person" />
          )}
          {value.rows.map((row) => (
            <Enumerator key={row.postId} row={row} asOf={value.asOf} />
          ))}
          <Notice>只看最后一次同步和份数，不记录位置和行程。</Notice>
        </>
      )}
    </Page>
  );
}

function Enumerator({ row, asOf }: { row: Row; asOf: string }) {
  const { postId, enumerator, villages, lastSync, waiting, today, week } = row;
  const days = lastSync === null ? undefined : (Date.parse(asOf) - Date.parse(lastSync)) / 86_400_000;
  return (
    <Card
      name={`on-board-${postId}`}
      title={enumerator}
      extra={
        days === undefined ? (
          <StateTag tone="plain">还没有同步过</StateTag>
        ) : days > 2 ? (
          <StateTag tone="fault">{`${Math.floor(days)} 天没有同步`}</StateTag>
        ) : (
          <StateTag tone="done">正常</StateTag>
        )
      }
    >
      <Facts
        items={[
          { label: '现在负责', value: placesOf(villages) },
          { label: '任务进度', value: `${sumOf(villages, 'done')} / ${sumOf(villages, 'people')} 人` },
          { label: '今天、近七天', value: `${today} 份、${week} 份` },
          { label: '最后同步', value: lastSync === null ? '还没有' : momentInWords(lastSync) },
          { label: '当时等着发送', value: `${waiting} 项` },
        ]}
      />
    </Card>
  );
}

type Village = Row['villages'][number];

function placesOf(villages: readonly Village[]): string {
  const names = villages.map(({ villageName, part }) => `${villageName}${part}`);
  return names.length <= 3 ? names.join('、') : `${names.slice(0, 3).join('、')}等 ${names.length} 处`;
}

const sumOf = (villages: readonly Village[], figure: 'people' | 'done'): number =>
  villages.reduce((sum, village) => sum + village[figure], 0);

const total = (rows: readonly Row[], figure: 'today' | 'week' | 'waiting'): number =>
  rows.reduce((sum, row) => sum + row[figure], 0);
