import { App, Button, Flex, Tag, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { dropHeld, heldEntries } from '@/domain/operations/collecting/rescue';
import { ReasonDialog } from '../acts/ReasonDialog';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';
import { ImportRescue } from './ImportRescue';

type Row = RowOf<typeof heldEntries>;

/** What came before what it builds on: it waits by itself; what waits too long is looked after. */
export default function Held() {
  const { home, may } = useDesk();
  const { message } = App.useApp();
  const [{ place = home }, go] = useAddress();
  const pages = useKeyedPages(heldEntries, { divisionCode: place });
  const drop = useCommand(dropHeld);
  const [dropping, setDropping] = useState<Row>();
  const [rescuing, setRescuing] = useState(false);
  const send = async (reason: string) => {
    if (dropping === undefined) return;
    const done = await drop.run({ entryId: dropping.entryId, reason });
    if (done === undefined) return;
    message.success('已作废，原因会告诉填报人。');
    setDropping(undefined);
    await pages.reload();
  };
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <PlaceSelect value={place} onChange={(code) => go({ place: code })} />
        {may('record.review') && (
          <Button className="at--rescue" onClick={() => setRescuing(true)}>
            导入救援文件
          </Button>
        )}
        <Typography.Text type="secondary">
          手机先发来了后面的内容，前面的还没到。前面的一到就会自动办理，一般不用管；手机丢了的，请导入救援文件，或写明原因作废。
        </Typography.Text>
      </Flex>
      <KeyedTable<Row>
        pages={pages}
        rowKey="entryId"
        columns={columns(may('record.review') ? setDropping : undefined)}
        empty="没有等待办理的上传内容。"
      />
      {rescuing && (
        <ImportRescue
          onClose={() => {
            setRescuing(false);
            void pages.reload();
          }}
        />
      )}
      {dropping && (
        <ReasonDialog
          title={`作废：${dropping.title}${dropping.name ? ` · ${dropping.name}` : ''}`}
          action="作废"
          danger
          busy={drop.busy}
          problem={drop.problem}
          onAct={(reason) => void send(reason)}
          onClose={() => setDropping(undefined)}
        >
          <p>作废后这一项不会再办理，填报人会看到原因。先问一问填报人，手机还在的请他再连网一次。</p>
        </ReasonDialog>
      )}
    </Flex>
  );
}

const columns = (onDrop: ((row: Row) => void) | undefined): ColumnsType<Row> => [
  { title: '内容', dataIndex: 'title' },
  { title: '姓名或单位', dataIndex: 'name', render: (name: string) => name || '还不认识' },
  { title: '村（居）', dataIndex: 'villageName' },
  { title: '填报人', dataIndex: 'authorName' },
  {
    title: '在等什么',
    dataIndex: 'sentence',
    width: 320,
    render: (sentence: string, { why, overdue }) => (
      <>
        {why === 'refused' && <Tag color="red">办不了</Tag>}
        {overdue && <Tag color="gold">等太久了</Tag>}
        {sentence}
      </>
    ),
  },
  { title: '填的时间', dataIndex: 'doneAt', render: momentInTable },
  { title: '收到时间', dataIndex: 'heldAt', render: momentInTable },
  ...(onDrop
    ? [
        {
          title: '操作',
          key: 'acts',
          render: (_: unknown, row: Row) => (
            <Button type="link" danger size="small" className={`at--drop-${row.entryId}`} onClick={() => onDrop(row)}>
              作废
            </Button>
          ),
        },
      ]
    : []),
];
