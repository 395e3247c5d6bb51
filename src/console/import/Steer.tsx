import { App, Button, Space } from 'antd';
import { useCommand } from '@/client/calls/use-command';
import { importCancel, importResume } from '@/domain/operations/people/register-import';
import { Trouble } from '../parts/Trouble';
import { isMoving, type RunRow } from './run-words';

/** Stopping keeps the rows taken so far; going on begins where it stopped. */
export function Steer({ run, onChanged }: { run: RunRow; onChanged: () => void }) {
  const { modal } = App.useApp();
  const cancel = useCommand(importCancel);
  const resume = useCommand(importResume);
  const stop = async () => {
    const sure = await modal.confirm({
      title: '停止导入？',
      content: '已经收下的行留着；以后再导入同一份文件，会接着收剩下的。',
      okText: '停止导入',
      cancelText: '继续导入',
    });
    if (sure && (await cancel.run({ runId: run.runId }))) onChanged();
  };
  const goOn = async () => {
    if (await resume.run({ runId: run.runId })) onChanged();
  };
  return (
    <Space>
      <Trouble problem={cancel.problem ?? resume.problem} />
      {isMoving(run) && run.state !== 'cancelling' && (
        <Button danger loading={cancel.busy} onClick={() => void stop()}>
          停止
        </Button>
      )}
      {['paused', 'cancelled', 'failed'].includes(run.state) && (
        <Button type="primary" loading={resume.busy} onClick={() => void goOn()}>
          继续
        </Button>
      )}
    </Space>
  );
}
