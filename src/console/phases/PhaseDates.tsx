import { Alert, App, DatePicker, Flex, Modal, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { type Phase, phasesFault } from '@/domain/campaign/phases';
import { setPhases } from '@/domain/operations/office/phases';
import { Trouble } from '../parts/Trouble';

interface PhaseDatesProps {
  phases: readonly Phase[];
  onClose: () => void;
  onDone: () => void;
}

/** The dates of all phases at once, because they must follow each other. The last one may stay open. */
export function PhaseDates({ phases, onClose, onDone }: PhaseDatesProps) {
  const [items, setItems] = useState<readonly Phase[]>(phases);
  const act = useCommand(setPhases);
  const { message } = App.useApp();
  const fault = phasesFault(items);
  const change = (phase: string, dates: Partial<Phase>) =>
    setItems(items.map((item) => (item.phase === phase ? { ...item, ...dates } : item)));
  const send = async () => {
    const sent = items.map(({ phase, title, startsOn, endsOn }) => ({ phase, title, startsOn, endsOn }));
    if ((await act.run({ items: sent })) === undefined) return;
    message.success('工作阶段已调整，进度和倒计时按新的日期计算。');
    onDone();
    onClose();
  };
  return (
    <Modal
      open
      title="调整工作阶段"
      okText="保存"
      okButtonProps={{ disabled: fault !== undefined, className: 'at--save-phases' }}
      cancelText="取消"
      confirmLoading={act.busy}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <Flex vertical gap={12}>
        {items.map(({ phase, title, startsOn, endsOn }, place) => (
          <Flex key={phase} gap={8} align="center">
            <Typography.Text style={{ width: 90 }}>{title}</Typography.Text>
            <DatePicker
              aria-label={`${title}开始`}
              allowClear={false}
              value={dayjs(startsOn)}
              onChange={(day) => day && change(phase, { startsOn: day.format('YYYY-MM-DD') })}
            />
            <span>至</span>
            <DatePicker
              aria-label={`${title}结束`}
              allowClear={place === items.length - 1}
              placeholder="长期"
              value={endsOn === null ? null : dayjs(endsOn)}
              onChange={(day) => change(phase, { endsOn: day ? day.format('YYYY-MM-DD') : null })}
            />
          </Flex>
        ))}
        {fault !== undefined && <Alert type="warning" showIcon message={fault} />}
        <Trouble problem={act.problem} />
      </Flex>
    </Modal>
  );
}
