import { App, Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { approveExport, cancelExport, refuseExport, takeExport } from '@/domain/operations/office/exports';
import { ReasonDialog } from '../acts/ReasonDialog';
import { saveFrom } from '../parts/save';
import { Trouble } from '../parts/Trouble';
import type { ExportRow } from './columns';
import { purposeInWords } from './purposes';

interface ExportActsProps {
  row: ExportRow;
  side: 'mine' | 'approve';
  onChanged: () => void;
}

/** The one who asked takes it or gives it up; somebody else says yes or no. */
export function ExportActs({ row, side, onChanged }: ExportActsProps) {
  const { message } = App.useApp();
  const approve = useCommand(approveExport);
  const refuse = useCommand(refuseExport);
  const cancel = useCommand(cancelExport);
  const take = useCommand(takeExport);
  const [asking, setAsking] = useState<'refuse' | 'cancel'>();
  const { exportId, state, mine } = row;
  const finish = (words: string) => {
    setAsking(undefined);
    message.success(words);
    onChanged();
  };
  const agree = async () => {
    if (await approve.run({ exportId, answer: '' })) finish('已同意，文件正在生成。');
  };
  const download = async () => {
    const file = await take.run({ exportId });
    if (file === undefined) return;
    if (file.url !== '') saveFrom(file.url, file.fileName);
    finish(`正在下载，还能再下载 ${file.remaining} 次。`);
  };
  const decide = async (reason: string) => {
    const done = asking === 'refuse' ? await refuse.run({ exportId, reason }) : await cancel.run({ exportId, reason });
    if (done) finish(asking === 'refuse' ? '已答复：不同意。' : '已撤销，文件已删除。');
  };
  const act = asking === 'refuse' ? refuse : cancel;
  return (
    <Space size={0}>
      {side === 'approve' && state === 'asked' && !mine && (
        <>
          <Popconfirm
            title={`同意“${row.purposeTitle}”导出？`}
            description={`${purposeInWords(row.purpose)}原因：${row.reason}`}
            styles={{ body: { maxWidth: 360 } }}
            okText="同意"
            cancelText="再看看"
            okButtonProps={{ className: 'at--agree-now' }}
            onConfirm={() => void agree()}
          >
            <Button type="link" size="small" className="at--agree" loading={approve.busy}>
              同意
            </Button>
          </Popconfirm>
          <Button type="link" size="small" danger onClick={() => setAsking('refuse')}>
            不同意
          </Button>
        </>
      )}
      {side === 'mine' && state === 'ready' && (
        <Button type="link" size="small" className="at--take" loading={take.busy} onClick={() => void download()}>
          下载
        </Button>
      )}
      {side === 'mine' && ['asked', 'making', 'ready'].includes(state) && (
        <Button type="link" size="small" danger onClick={() => setAsking('cancel')}>
          撤销
        </Button>
      )}
      <Trouble problem={approve.problem ?? take.problem} />
      {asking && (
        <ReasonDialog
          title={asking === 'refuse' ? `不同意“${row.purposeTitle}”导出` : `撤销“${row.purposeTitle}”导出`}
          action={asking === 'refuse' ? '不同意' : '撤销'}
          danger
          busy={act.busy}
          problem={act.problem}
          onAct={(reason) => void decide(reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Space>
  );
}
