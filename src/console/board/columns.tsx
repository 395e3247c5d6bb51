import { Progress, Tag, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { liveBoard } from '@/domain/operations/office/board';
import type { OutputOf } from '@/domain/operations/operation';
import { momentInTable } from '../parts/moment';
import { countInWords } from '../parts/words';
import { PrintBadge } from './PrintBadge';

export type BoardRow = OutputOf<typeof liveBoard>['rows'][number];

export const boardColumns = (asOf: string): ColumnsType<BoardRow> => [
  {
    title: '采集员',
    dataIndex: 'enumerator',
    fixed: 'left',
    width: 190,
    render: (name: string, { company }) => (
      <>
        {name}
        <br />
        <Typography.Text type="secondary" ellipsis={{ tooltip: company }} style={{ maxWidth: 174 }}>
          {company}
        </Typography.Text>
      </>
    ),
  },
  {
    title: '现在负责',
    key: 'villages',
    width: 260,
    render: (_, { villages }) => {
      const names = villages.map(({ villageName, part }) => `${villageName}${part}`);
      return (
        <>
          <Typography.Text ellipsis={{ tooltip: names.join('、') }} style={{ maxWidth: 244 }}>
            {names.join('、')}
          </Typography.Text>
          {names.length > 1 && (
            <>
              <br />
              <Typography.Text type="secondary">共 {names.length} 处</Typography.Text>
            </>
          )}
        </>
      );
    },
  },
  {
    title: '最后同步',
    dataIndex: 'lastSync',
    sorter: (one, other) => (one.lastSync ?? '').localeCompare(other.lastSync ?? ''),
    render: (lastSync: string | null) => <LastSync at={lastSync} asOf={asOf} />,
  },
  {
    title: '当时未发',
    dataIndex: 'waiting',
    align: 'right',
    sorter: (one, other) => one.waiting - other.waiting,
    render: (waiting: number) => (waiting > 0 ? <Tag color="gold">{countInWords(waiting)} 项</Tag> : '0 项'),
  },
  { title: '今天', dataIndex: 'today', align: 'right', sorter: (one, other) => one.today - other.today, render: forms },
  { title: '近七天', dataIndex: 'week', align: 'right', sorter: (one, other) => one.week - other.week, render: forms },
  {
    title: '任务进度',
    key: 'done',
    width: 210,
    sorter: (one, other) => shareOf(one) - shareOf(other),
    render: (_, row) => {
      const { done, people } = totalOf(row);
      return (
        <>
          <Progress percent={Math.floor(shareOf(row) * 1000) / 10} size="small" />
          <Typography.Text type="secondary">{`${countInWords(done)} / ${countInWords(people)} 人，${lastDay(row)} 到期`}</Typography.Text>
        </>
      );
    },
  },
  {
    title: '采集员证',
    key: 'badge',
    render: (_, { postId, enumerator }) => <PrintBadge {...{ postId, enumerator }} />,
  },
];

/** The first of his leases to end, by its last day in the county: 01-29. */
function lastDay({ villages }: BoardRow): string {
  const [first] = villages.map(({ leasedUntil }) => Date.parse(leasedUntil)).sort((one, other) => one - other);
  return first === undefined ? '' : momentInTable(new Date(first - 1).toISOString()).slice(5, 10);
}

const forms = (count: number): string => `${countInWords(count)} 份`;

/** More than two days without a sign is told; a mountain village for a day is not. */
const quietDays = 2;

function LastSync({ at, asOf }: { at: string | null; asOf: string }) {
  if (at === null) return <Typography.Text type="secondary">还没有</Typography.Text>;
  const days = Math.floor((Date.parse(asOf) - Date.parse(at)) / 86_400_000);
  return (
    <>
      {momentInTable(at).slice(5)}
      {days > quietDays && (
        <div>
          <Tag color="red">{days} 天没有同步</Tag>
        </div>
      )}
    </>
  );
}

function totalOf({ villages }: BoardRow): { people: number; done: number } {
  return villages.reduce((sum, { people, done }) => ({ people: sum.people + people, done: sum.done + done }), {
    people: 0,
    done: 0,
  });
}

function shareOf(row: BoardRow): number {
  const { people, done } = totalOf(row);
  return people === 0 ? 0 : done / people;
}
