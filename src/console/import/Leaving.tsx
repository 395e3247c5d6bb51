import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { importSettleLeaving } from '@/domain/operations/people/register-import';
import { ReasonDialog } from '../acts/ReasonDialog';
import { countInWords } from '../parts/words';
import type { RunRow } from './run-words';

/** Many people missing from a new edition may as well mean a wrong file: a person decides. */
export function Leaving({ run, onChanged }: { run: RunRow; onChanged: () => void }) {
  const settle = useCommand(importSettleLeaving);
  const [apply, setApply] = useState<boolean>();
  const send = async (reason: string) => {
    if (apply === undefined) return;
    if ((await settle.run({ runId: run.runId, apply, reason })) === undefined) return;
    setApply(undefined);
    onChanged();
  };
  return (
    <>
      <Alert
        type="warning"
        showIcon
        message={`有 ${countInWords(run.leaving)} 人在现名册里，却不在这份新名册里`}
        description="请先看下面“不在新名册”的名单。文件不完整时，请选“都保留”。"
        action={
          <Space direction="vertical">
            <Button onClick={() => setApply(false)}>都保留</Button>
            <Button danger onClick={() => setApply(true)}>
              从应采集人数里去掉
            </Button>
          </Space>
        }
      />
      {apply !== undefined && (
        <ReasonDialog
          title={apply ? `把 ${countInWords(run.leaving)} 人从应采集人数里去掉` : '都保留在名册里'}
          action={apply ? '去掉' : '保留'}
          danger={apply}
          busy={settle.busy}
          problem={settle.problem}
          onAct={(reason) => void send(reason)}
          onClose={() => setApply(undefined)}
        />
      )}
    </>
  );
}
