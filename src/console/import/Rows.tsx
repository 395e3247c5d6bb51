import { App, Button, Flex, Segmented, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { importRows, importRowsDownload } from '@/domain/operations/people/register-import';
import { rowOutcomes } from '@/domain/register/outcomes';
import { ReasonDialog } from '../acts/ReasonDialog';
import { KeyedTable } from '../parts/KeyedTable';
import { saveFrom } from '../parts/save';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';

type Row = RowOf<typeof importRows>;
type Which = 'doubtful' | 'refused';

/** Row by row, masked; the original rows only as a download with a reason. */
export function Rows({ runId }: { runId: string }) {
  const [which, setWhich] = useState<Which>('doubtful');
  const pages = useKeyedPages(importRows, { runId, outcome: which });
  const download = useCommand(importRowsDownload);
  const [asking, setAsking] = useState(false);
  const { message } = App.useApp();
  const take = async (reason: string) => {
    const made = await download.run({ runId, outcome: which, reason });
    if (made === undefined) return;
    setAsking(false);
    saveFrom(made.url, made.fileName);
    message.success(`正在下载 ${made.rows} 行。文件里有身份证号，用完请删除。`);
  };
  return (
    <Flex vertical gap={8}>
      <Flex justify="space-between">
        <Segmented<Which>
          value={which}
          onChange={setWhich}
          options={[
            { value: 'doubtful', label: '存疑' },
            { value: 'refused', label: '未收' },
          ]}
        />
        <Button disabled={pages.rows.length === 0} onClick={() => setAsking(true)}>
          下载这些行
        </Button>
      </Flex>
      <KeyedTable
        pages={pages}
        rowKey={({ line, reason }) => `${line} ${reason}`}
        columns={columns}
        empty="没有这样的行。"
      />
      {asking && (
        <ReasonDialog
          title={`下载${rowOutcomes[which]}的行（含身份证号原文）`}
          action="下载"
          busy={download.busy}
          problem={download.problem}
          onAct={(reason) => void take(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </Flex>
  );
}

const columns: ColumnsType<Row> = [
  { title: '文件第几行', dataIndex: 'line', align: 'right', width: 100 },
  { title: '姓名', dataIndex: 'name' },
  { title: '证件号码', dataIndex: 'idMasked' },
  { title: '村（居）', dataIndex: 'village' },
  {
    title: '原因和办法',
    dataIndex: 'sentence',
    render: (sentence: string, { about }) => (
      <>
        {sentence} {about && <Tag>{about}</Tag>}
      </>
    ),
  },
];
