import { Alert, App, Button, Drawer, Flex, Skeleton } from 'antd';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { type Compared, type Side, useChoosing } from '@/client/choosing';
import { comparison, settleComparison } from '@/domain/operations/collecting/comparison';
import { ReasonDialog } from '../acts/ReasonDialog';
import { Trouble } from '../parts/Trouble';
import { FieldsTable } from './FieldsTable';
import { Settled } from './Settled';
import { Sides } from './Sides';

interface CompareDrawerProps {
  comparisonId: string;
  onClose: () => void;
  onDone: () => void;
}

/** Both answers side by side; a human chooses, and the choice becomes a new version. */
export function CompareDrawer({ comparisonId, onClose, onDone }: CompareDrawerProps) {
  const { value, problem, reload } = useQuery(comparison, { comparisonId });
  if (value === undefined) {
    return (
      <Drawer open width={1040} title="两份答案" onClose={onClose}>
        {problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Skeleton active />}
      </Drawer>
    );
  }
  return <Opened key={`${value.version}/${value.liveVersion}`} {...{ compared: value, reload, onClose, onDone }} />;
}

interface OpenedProps {
  compared: Compared;
  reload: () => Promise<void>;
  onClose: () => void;
  onDone: () => void;
}

function Opened({ compared, reload, onClose, onDone }: OpenedProps) {
  const { comparisonId, version, liveVersion, name, villageName, fields, state, mayNot } = compared;
  const { message } = App.useApp();
  const { choices, left, choose, chooseAll } = useChoosing(compared);
  const [asking, setAsking] = useState(false);
  const settle = useCommand(settleComparison);
  const mayChoose = state === 'open' && mayNot === '';
  const send = async (reason: string) => {
    const done = await settle.run({ comparisonId, version, liveVersion, choices, reason });
    if (done === undefined) return;
    message.success(
      done.outcome === 'kept' ? '已选定，现有的保持不变。' : '已选定，并记为新的一版；两份原来的都留着。',
      6
    );
    onDone();
  };
  const all = (side: Side, label: string) => (
    <Button className={`at--all-${side}`} onClick={() => chooseAll(side)}>
      {label}
    </Button>
  );
  return (
    <Drawer
      open
      width={1040}
      title={`${name} · ${villageName}`}
      onClose={onClose}
      extra={
        mayChoose && (
          <Flex gap={8} align="center">
            {compared.live && all('live', '全部用现有的')}
            {all('late', '全部用后到的')}
            <Button type="primary" className="at--settle" disabled={left > 0} onClick={() => setAsking(true)}>
              {left > 0 ? `还有 ${left} 项没选` : '选定'}
            </Button>
          </Flex>
        )
      }
    >
      <Flex vertical gap={12}>
        {mayNot !== '' && state === 'open' && <Alert type="info" showIcon message={mayNot} />}
        <Settled settled={compared.settled} />
        <Sides compared={compared} />
        <FieldsTable
          fields={fields}
          choices={compared.settled?.choices ?? choices}
          hasLive={compared.live !== null}
          {...(mayChoose ? { onChoose: choose, onReady: () => left === 0 && setAsking(true) } : {})}
        />
      </Flex>
      {asking && (
        <ReasonDialog
          title={`选定 ${name} 的填报`}
          action="选定"
          busy={settle.busy}
          problem={settle.problem}
          onAct={(reason) => void send(reason)}
          onClose={() => {
            setAsking(false);
            if (settle.problem?.code === 'state.changed') void reload();
          }}
        >
          <p>
            {`${fields.filter(({ field }) => choices[field] === 'late').length} 项用后到的，` +
              `${fields.filter(({ field }) => choices[field] === 'live').length} 项用现有的。两份原来的答案都会留在填报历史里。`}
          </p>
        </ReasonDialog>
      )}
    </Drawer>
  );
}
