import { App, Button, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { merges, unmergePersons } from '@/domain/operations/people/register-identity';
import { ReasonDialog } from '../acts/ReasonDialog';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';

type Row = RowOf<typeof merges>;

export function Merges({ place }: { place: string }) {
  const { message, modal } = App.useApp();
  const pages = useKeyedPages(merges, { divisionCode: place });
  const undo = useCommand(unmergePersons);
  const [taking, setTaking] = useState<Row>();
  const send = async (reason: string) => {
    if (taking === undefined) return;
    const undone = await undo.run({ mergeId: taking.mergeId, reason });
    if (undone === undefined) return;
    setTaking(undefined);
    message.success('已撤销合并，两个人都恢复了。');
    if (undone.told.length > 0) modal.info({ title: '有几处请再核对', content: undone.told.join('') });
    void pages.reload();
  };
  return (
    <>
      <KeyedTable pages={pages} rowKey="mergeId" columns={columns(setTaking)} empty="还没有合并过。" />
      {taking && (
        <ReasonDialog
          title={`撤销 ${taking.kept.name} 与 ${taking.dropped.name} 的合并`}
          action="撤销合并"
          busy={undo.busy}
          problem={undo.problem}
          onAct={(reason) => void send(reason)}
          onClose={() => setTaking(undefined)}
        />
      )}
    </>
  );
}

const who = ({ name, idMasked }: Row['kept']) => `${name} ${idMasked}`;

const columns = (onUndo: (row: Row) => void): ColumnsType<Row> => [
  { title: '保留', dataIndex: 'kept', render: who },
  { title: '并入', dataIndex: 'dropped', render: who },
  { title: '时间', dataIndex: 'at', render: momentInTable },
  { title: '经办', dataIndex: 'by' },
  { title: '原因', dataIndex: 'reason' },
  {
    title: '操作',
    key: 'undo',
    render: (_, row) =>
      row.undoneAt ? (
        <Tag>已撤销</Tag>
      ) : (
        <Button type="link" size="small" className="at--unmerge" onClick={() => onUndo(row)}>
          撤销合并
        </Button>
      ),
  },
];
