import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import type { Compared, Side } from '@/client/choosing';
import { settleComparison } from '@/domain/operations/collecting/comparison';
import { ActionButton, LongTextField, Notice, ProblemNotice, Sheet, toast } from '@/ui';

interface SettleSheetProps {
  open: boolean;
  compared: Compared;
  choices: Readonly<Record<string, Side>>;
  onClose: () => void;
  /** Somebody was quicker: the page shows what stands now. */
  onStale: () => Promise<void>;
  onDone: () => void;
}

/** Why these answers are right; kept with the choice. */
export function SettleSheet({ open, compared, choices, onClose, onStale, onDone }: SettleSheetProps) {
  const { comparisonId, version, liveVersion, fields } = compared;
  const settle = useCommand(settleComparison);
  const [reason, setReason] = useState('');
  const late = fields.filter(({ field }) => choices[field] === 'late').length;
  const send = async () => {
    const done = await settle.run({ comparisonId, version, liveVersion, choices, reason: reason.trim() });
    if (done === undefined) return;
    toast(done.outcome === 'kept' ? '已选定，现有的不变' : '已选定，记为新的一版');
    onDone();
  };
  const close = () => {
    onClose();
    if (settle.problem?.code === 'state.changed') void onStale();
  };
  return (
    <Sheet open={open} onClose={close} title="选定这份填报">
      <Notice>{`${late} 项用后到的，${fields.length - late} 项用现有的。两份原来的答案都会留着。`}</Notice>
      <ProblemNotice problem={settle.problem} />
      <LongTextField
        name="settle-reason"
        label="为什么这样选"
        value={reason}
        onChange={setReason}
        max={200}
        placeholder="如：打电话问过本人，已换了工作"
      />
      <ActionButton
        kind="main"
        name="settle-now"
        busy={settle.busy}
        disabled={reason.trim().length < 2}
        onPress={() => void send()}
      >
        选定
      </ActionButton>
    </Sheet>
  );
}
