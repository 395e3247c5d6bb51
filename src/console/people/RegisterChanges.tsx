import type { ColumnsType } from 'antd/es/table';
import { registerHistory } from '@/domain/operations/people/register-identity';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';

const columns: ColumnsType<RowOf<typeof registerHistory>> = [
  { title: '时间', dataIndex: 'at', render: momentInTable },
  { title: '事项', dataIndex: 'title' },
  {
    title: '变动',
    dataIndex: 'changes',
    render: (changes: string[]) => changes.map((line) => <div key={line}>{line}</div>),
  },
  { title: '经办', dataIndex: 'by' },
  { title: '原因', dataIndex: 'reason' },
];

/** What happened to this person's line of the register. */
export function RegisterChanges({ personId }: { personId: string }) {
  const pages = useKeyedPages(registerHistory, { personId });
  return (
    <KeyedTable
      pages={pages}
      rowKey={(row) => `${row.at} ${row.act}`}
      columns={columns}
      empty="名册里还没有变动记录。"
    />
  );
}
