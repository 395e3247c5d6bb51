import { useState } from 'react';
import { useCommand } from '@/client/use-command';
import { returnRecord } from '@/domain/operations/quality';
import { ActionButton, LongListField, LongTextField, ProblemNotice, Sheet, toast } from '@/ui';

interface SendBackProps {
  open: boolean;
  recordId: string;
  version: number;
  lines: readonly { field: string; label: string }[];
  onClose: () => void;
  onDone: () => void;
}

/** What is wrong, and if it is one answer, which; the author gets both. */
export function SendBack({ open, recordId, version, lines, onClose, onDone }: SendBackProps) {
  const back = useCommand(returnRecord);
  const [reason, setReason] = useState('');
  const [field, setField] = useState<string>();
  const send = async () => {
    const text = reason.trim();
    const comments = field === undefined ? [] : [{ field, text }];
    const done = await back.run({ recordId, version, reason: text, comments });
    if (done === undefined) return;
    toast(`已退回给${done.returnedTo}`);
    onDone();
  };
  return (
    <Sheet open={open} onClose={onClose} title="退回修改">
      <ProblemNotice problem={back.problem} />
      <LongListField
        name="wrong-field"
        label="哪一项不对（可不选）"
        value={field}
        onChange={setField}
        options={lines.map((line) => ({ value: line.field, label: line.label }))}
      />
      <LongTextField
        name="reason"
        label="哪里不对、应该怎么改"
        value={reason}
        onChange={setReason}
        max={200}
        placeholder="如：单位名称没有写全"
      />
      <ActionButton
        kind="danger"
        name="send-back"
        busy={back.busy}
        disabled={reason.trim().length < 2}
        onPress={() => void send()}
      >
        退回给填报人
      </ActionButton>
    </Sheet>
  );
}
