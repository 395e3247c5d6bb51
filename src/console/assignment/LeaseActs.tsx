import { App, Button, DatePicker, Modal, Space } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { extend, takeBack } from '@/domain/operations/office/assignment';
import { ReasonDialog } from '../acts/ReasonDialog';
import { Trouble } from '../parts/Trouble';
import type { Lease } from './ByHand';

interface LeaseActsProps {
  lease: Lease;
  onDone: () => void;
}

export function LeaseActs({ lease, onDone }: LeaseActsProps) {
  const [doing, setDoing] = useState<'takeBack' | 'extend'>();
  const close = () => setDoing(undefined);
  return (
    <Space size={4}>
      <Button type="link" size="small" onClick={() => setDoing('extend')}>
        延长
      </Button>
      <Button type="link" size="small" danger className="at--take-back" onClick={() => setDoing('takeBack')}>
        收回
      </Button>
      {doing === 'takeBack' && <TakeBack lease={lease} onClose={close} onDone={onDone} />}
      {doing === 'extend' && <Extend lease={lease} onClose={close} onDone={onDone} />}
    </Space>
  );
}

interface DialogProps extends LeaseActsProps {
  onClose: () => void;
}

function TakeBack({ lease, onClose, onDone }: DialogProps) {
  const act = useCommand(takeBack);
  const { message } = App.useApp();
  const send = async (reason: string) => {
    const done = await act.run({ assignmentId: lease.assignmentId, version: lease.version, reason });
    if (done === undefined) return;
    message.success('已收回。');
    onDone();
    onClose();
  };
  return (
    <ReasonDialog
      title={`收回 ${lease.enumerator} 的 ${lease.villageName}${lease.partName}`}
      action="收回"
      danger
      busy={act.busy}
      problem={act.problem}
      onAct={(reason) => void send(reason)}
      onClose={onClose}
    >
      他在手机上还没有发出的内容不会丢：以后发来时，由人对照处理。
    </ReasonDialog>
  );
}

function Extend({ lease, onClose, onDone }: DialogProps) {
  const act = useCommand(extend);
  const { message } = App.useApp();
  const [until, setUntil] = useState<Dayjs | null>(null);
  const send = async () => {
    if (until === null) return;
    const { assignmentId, version } = lease;
    if ((await act.run({ assignmentId, version, until: until.format('YYYY-MM-DD') })) === undefined) return;
    message.success('已延长。');
    onDone();
    onClose();
  };
  return (
    <Modal
      open
      title={`延长 ${lease.enumerator} 的 ${lease.villageName}${lease.partName}`}
      okText="延长"
      cancelText="取消"
      okButtonProps={{ disabled: until === null }}
      confirmLoading={act.busy}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <DatePicker value={until} onChange={setUntil} placeholder="延长到" />
      <Trouble problem={act.problem} />
    </Modal>
  );
}
