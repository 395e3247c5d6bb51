import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { returnRecord } from '@/domain/operations/office/quality';
import { ActionButton, Facts, LongTextField, Notice, ProblemNotice, Sheet, toast } from '@/ui';

interface SendBackProps {
  open: boolean;
  recordId: string;
  version: number;
  comments: readonly { field: string; label: string; text: string }[];
  onClose: () => void;
  onDone: () => void;
}

/** Why it goes back, with the comments that were written beside the answers; the author gets both. */
export function SendBack({ open, recordId, version, comments, onClose, onDone }: SendBackProps) {
  const back = useCommand(returnRecord);
  const [typed, setTyped] = useState<string>();
  const reason = typed ?? (comments.length > 0 ? '请按逐项意见修改' : '');
  const send = async () => {
    const sent = comments.map(({ field, text }) => ({ field, text }));
    const done = await back.run({ recordId, version, reason: reason.trim(), comments: sent });
    if (done === undefined) return;
    toast(`已退回给${done.returnedTo}`);
    onDone();
  };
  return (
    <Sheet open={open} onClose={onClose} title="退回修改">
      <ProblemNotice problem={back.problem} />
      {comments.length === 0 ? (
        <Notice>在上一页点不对的那一行，可以逐项写意见；没有逐项意见也可以退回。</Notice>
      ) : (
        <Facts items={comments.map(({ label, text }) => ({ label, value: text }))} />
      )}
      <LongTextField name="reason" label="退回的原因" value={reason} onChange={setTyped} max={200} />
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
