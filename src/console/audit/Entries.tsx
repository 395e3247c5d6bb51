import { App, Button, Tooltip } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { type auditByTime, noteAudit } from '@/domain/operations/office/audit';
import { ReasonDialog } from '../acts/ReasonDialog';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import type { RowOf, RowPages } from '../parts/use-keyed-pages';

type Row = RowOf<typeof auditByTime>;

/** One line an act or a look; a remark is kept with the trail itself. */
export function Entries({ pages }: { pages: RowPages<Row> }) {
  const { message } = App.useApp();
  const note = useCommand(noteAudit);
  const [about, setAbout] = useState<Row>();
  const send = async (words: string) => {
    if (about === undefined) return;
    if ((await note.run({ entryId: about.entryId, note: words })) === undefined) return;
    setAbout(undefined);
    message.success('审计意见已记入操作记录。');
  };
  return (
    <>
      <KeyedTable pages={pages} rowKey="entryId" columns={columns(setAbout)} empty="这段时间没有记录。" />
      {about && (
        <ReasonDialog
          title={`对“${about.actTitle}”写审计意见`}
          action="记下"
          busy={note.busy}
          problem={note.problem}
          onAct={(words) => void send(words)}
          onClose={() => setAbout(undefined)}
        />
      )}
    </>
  );
}

const columns = (onNote: (row: Row) => void): ColumnsType<Row> => [
  { title: '时间', dataIndex: 'at', render: momentInTable },
  {
    title: '谁',
    key: 'actor',
    render: (_, { actorName, roleLabel, organisation, postTitle }) => (
      <Tooltip title={`${organisation} ${postTitle}`}>
        {actorName}
        {roleLabel === '' ? '' : `（${roleLabel}）`}
      </Tooltip>
    ),
  },
  { title: '做了什么', dataIndex: 'actTitle' },
  { title: '对谁', dataIndex: 'subjectName' },
  { title: '地区', dataIndex: 'placeName' },
  { title: '原因', dataIndex: 'reason', className: 'yt-wrap' },
  {
    title: '情况',
    dataIndex: 'details',
    className: 'yt-wrap',
    render: (details: Row['details']) => details.map(({ label, text }) => `${label} ${text}`).join('；'),
  },
  { title: '序号', dataIndex: 'seq', align: 'right', render: (seq: number | null) => seq ?? '待入链' },
  {
    title: '操作',
    key: 'acts',
    render: (_, row) => (
      <Button type="link" size="small" onClick={() => onNote(row)}>
        写意见
      </Button>
    ),
  },
];
