import { Button, Table, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { assignmentsOf } from '@/domain/operations/office/assignment';
import { KeyedTable } from '../parts/KeyedTable';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { countInWords, partOf } from '../parts/words';
import { AssignDialog } from './AssignDialog';
import { LeaseActs } from './LeaseActs';
import { VillageLanguage } from './VillageLanguage';

export type VillageRow = RowOf<typeof assignmentsOf>;
export type Lease = VillageRow['held'][number];

interface ByHandProps {
  place: string;
  manages: boolean;
}

/** Village by village: who holds it or its parts, and what nobody holds. */
export function ByHand({ place, manages }: ByHandProps) {
  const pages = useKeyedPages(assignmentsOf, { divisionCode: place, parts: true });
  const [giving, setGiving] = useState<VillageRow>();
  const reload = () => void pages.reload();
  return (
    <>
      <KeyedTable
        pages={pages}
        rowKey="villageCode"
        columns={villageColumns(manages ? setGiving : undefined, manages ? reload : undefined)}
        expandable={{
          rowExpandable: ({ held }) => held.length > 0,
          expandedRowRender: ({ held }) => (
            <Table<Lease>
              size="small"
              rowKey="assignmentId"
              columns={leaseColumns(manages, reload)}
              dataSource={held}
              pagination={false}
            />
          ),
        }}
        empty="这里还没有村（居）。"
      />
      {giving && <AssignDialog village={giving} onClose={() => setGiving(undefined)} onDone={reload} />}
    </>
  );
}

const villageColumns = (
  onGive: ((row: VillageRow) => void) | undefined,
  onSaid: (() => void) | undefined
): ColumnsType<VillageRow> => [
  { title: '村（居）', dataIndex: 'villageName' },
  { title: '应采集（人）', dataIndex: 'people', align: 'right', render: countInWords },
  { title: '已完成', key: 'done', align: 'right', render: (_, { done, people }) => partOf(done, people) },
  { title: '要说的语言', key: 'language', render: (_, row) => <VillageLanguage village={row} onDone={onSaid} /> },
  {
    title: '采集员',
    key: 'held',
    render: (_, { held }) =>
      held.length === 0 ? (
        <Typography.Text type="danger">还没有人负责</Typography.Text>
      ) : (
        [...new Set(held.map(({ enumerator }) => enumerator))].join('、')
      ),
  },
  {
    title: '未分派（人）',
    dataIndex: 'unassigned',
    align: 'right',
    render: (people: number) => (
      <Typography.Text type={people > 0 ? 'danger' : 'secondary'}>{countInWords(people)}</Typography.Text>
    ),
  },
  ...(onGive
    ? [
        {
          title: '操作',
          key: 'acts',
          render: (_: unknown, row: VillageRow) => (
            <Button type="link" size="small" className={`at--assign-${row.villageCode}`} onClick={() => onGive(row)}>
              分派
            </Button>
          ),
        },
      ]
    : []),
];

const leaseColumns = (manages: boolean, onDone: () => void): ColumnsType<Lease> => [
  { title: '采集员', dataIndex: 'enumerator' },
  { title: '单位', dataIndex: 'organisation' },
  { title: '范围', dataIndex: 'partName', render: (name: string) => name || '全村' },
  { title: '带队村干部', dataIndex: 'cadre', render: (cadre: string) => cadre || '未写' },
  { title: '已完成', key: 'done', align: 'right', render: (_, { done, people }) => partOf(done, people) },
  { title: '到期', dataIndex: 'leasedUntil', render: dayOf },
  ...(manages
    ? [
        {
          title: '操作',
          key: 'acts',
          render: (_: unknown, lease: Lease) => <LeaseActs lease={lease} onDone={onDone} />,
        },
      ]
    : []),
];

/** A lease ends with a day, at its last moment in the county. */
function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000 - 1).toISOString().slice(0, 10);
}
