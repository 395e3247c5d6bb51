import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { reissueSlip } from '@/domain/operations/account/household';
import { printDocument } from '@/platform/outward/print';
import { ActionButton, LongTextField, Notice, ProblemNotice, Sheet, toast } from '@/ui';
import type { SlipLine } from './SlipRow';

interface ReissueProps {
  row: SlipLine | undefined;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** A slip that was lost or fell into wrong hands. */
export function Reissue({ row, onClose, onDone }: ReissueProps) {
  const again = useCommand(reissueSlip);
  const [reason, setReason] = useState('');
  const run = async () => {
    if (row === undefined) return;
    const done = await again.run({ householdId: row.householdId, reason: reason.trim() });
    if (done === undefined) return;
    setReason('');
    onClose();
    toast((await printDocument(done.html)) ?? '新号码已生成，旧号码作废');
    await onDone();
  };
  return (
    <Sheet open={row !== undefined} onClose={onClose} title={`重发告知单：${row?.head ?? ''}`}>
      <Notice tone="wait">重发后，原来那张纸上的号码马上作废。</Notice>
      <ProblemNotice problem={again.problem} />
      <LongTextField
        name="reissue-reason"
        label="为什么重发"
        value={reason}
        onChange={setReason}
        max={200}
        placeholder="如：告知单遗失"
      />
      <ActionButton
        kind="danger"
        name="reissue"
        busy={again.busy}
        disabled={reason.trim().length < 2}
        onPress={() => void run()}
      >
        作废旧号码，打印新的
      </ActionButton>
    </Sheet>
  );
}
