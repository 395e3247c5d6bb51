import { Progress as ProgressBar, Table, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { progress } from '@/domain/operations/office/progress';
import type { OutputOf } from '@/domain/operations/operation';
import { Figure } from '../parts/Figure';
import { countInWords, shareInWords } from '../parts/words';
import { linkTo } from '../shell/address';

type Row = OutputOf<typeof progress>['children'][number];

interface ChildrenTableProps {
  progress: OutputOf<typeof progress>;
}

/** All of a place's towns or villages at once, so sorting is done here. */
export function ChildrenTable({ progress: { children, total, plan } }: ChildrenTableProps) {
  return (
    <Table<Row>
      size="small"
      rowKey="divisionCode"
      columns={columnsFor(plan.share)}
      dataSource={children}
      pagination={false}
      showSorterTooltip={false}
      scroll={{ x: 'max-content' }}
      summary={() => (
        <Table.Summary.Row className="yt-total">
          {cellsOf(total).map((cell, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row stand in their columns
            <Table.Summary.Cell key={at} index={at} align={at === 0 ? 'left' : 'right'}>
              {cell}
            </Table.Summary.Cell>
          ))}
        </Table.Summary.Row>
      )}
    />
  );
}

const figure = (title: string, key: 'people' | 'done' | 'due' | 'returned' | 'confirmed' | 'accepted') => ({
  title,
  dataIndex: key,
  align: 'right' as const,
  sorter: (one: Row, other: Row) => one[key] - other[key],
  render: (value: number, { divisionCode }: Row) => (
    <Figure value={value} of={key} place={divisionCode} danger={key === 'returned'} />
  ),
});

const columnsFor = (planned: number): ColumnsType<Row> => [
  {
    title: '地区',
    dataIndex: 'name',
    fixed: 'left',
    render: (name: string, { divisionCode }) => (
      <a className={`at--place-${divisionCode}`} href={linkTo({ at: 'progress', place: divisionCode })}>
        {name}
      </a>
    ),
  },
  figure('应采集（人）', 'people'),
  figure('已完成（人）', 'done'),
  {
    title: '完成比例',
    dataIndex: 'share',
    width: 170,
    sorter: (one, other) => one.share - other.share,
    defaultSortOrder: 'ascend',
    render: (share: number) => (
      <ProgressBar
        percent={Math.round(share * 1000) / 10}
        size="small"
        strokeColor={share < planned ? '#C8932B' : '#2F4AA0'}
      />
    ),
  },
  {
    title: '比计划（人）',
    dataIndex: 'ahead',
    align: 'right',
    sorter: (one, other) => one.ahead - other.ahead,
    render: (ahead: number) => <Ahead ahead={ahead} />,
  },
  {
    title: '每天还需（人）',
    dataIndex: 'neededADay',
    align: 'right',
    sorter: (one, other) => (one.neededADay ?? 0) - (other.neededADay ?? 0),
    render: (needed: number | null) => (needed === null ? '—' : countInWords(needed)),
  },
  {
    title: '今天（人）',
    dataIndex: 'today',
    align: 'right',
    sorter: (one, other) => one.today - other.today,
  },
  figure('待采集（人）', 'due'),
  figure('已退回（人）', 'returned'),
  figure('已审核（人）', 'confirmed'),
  figure('已验收（人）', 'accepted'),
];

const Ahead = ({ ahead }: { ahead: number }) => (
  <Typography.Text type={ahead < 0 ? 'danger' : undefined}>
    {ahead > 0 ? '+' : ''}
    {countInWords(ahead)}
  </Typography.Text>
);

const cellsOf = (total: Row) => {
  const shown = (key: 'people' | 'done' | 'due' | 'returned' | 'confirmed' | 'accepted') => (
    <Figure key={key} value={total[key]} of={key} place={total.divisionCode} />
  );
  return [
    `${total.name}合计`,
    shown('people'),
    shown('done'),
    shareInWords(total.share),
    <Ahead key="ahead" ahead={total.ahead} />,
    total.neededADay === null ? '—' : countInWords(total.neededADay),
    total.today,
    shown('due'),
    shown('returned'),
    shown('confirmed'),
    shown('accepted'),
  ];
};
