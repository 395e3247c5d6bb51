import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { allCollectModes, type CollectMode, collectModes } from '@/domain/campaign/household';
import { recordChoice } from '@/domain/operations/account/household';
import { ActionButton, LongTextField, Notice, ProblemNotice, Sheet, toast } from '@/ui';
import type { SlipLine } from './SlipRow';

interface ChoiceProps {
  row: SlipLine | undefined;
  windowOpen: boolean;
  onClose: () => void;
  onDone: () => Promise<void>;
  /** Its slip was lost. */
  onLost: (row: SlipLine) => void;
}

/** What a household said at the committee or over the telephone, written down for it. */
export function Choice({ row, windowOpen, onClose, onDone, onLost }: ChoiceProps) {
  const record = useCommand(recordChoice);
  const [reason, setReason] = useState('');
  const take = async (mode: CollectMode) => {
    if (row === undefined) return;
    const done = await record.run({ householdId: row.householdId, mode, reason: reason.trim() });
    if (done === undefined) return;
    setReason('');
    onClose();
    toast(`已记下：${collectModes[mode]}`);
    await onDone();
  };
  return (
    <Sheet open={row !== undefined} onClose={onClose} title={`这一户：${row?.head || '无户主'}`}>
      {!windowOpen ? (
        <Notice tone="wait">各户选填报方式的时间已过，还没有填的都要上门，不用再记。</Notice>
      ) : row?.standing === 'done' ? (
        <Notice tone="done">一家人都填好了，不用再记填报方式。</Notice>
      ) : (
        <>
          <Notice>这一户自己不用手机时，替他们记下想怎么填；以后他们自己改了，以最后一次为准。</Notice>
          <ProblemNotice problem={record.problem} />
          <LongTextField
            name="choice-reason"
            label="谁说的、怎么说的"
            value={reason}
            onChange={setReason}
            max={200}
            placeholder="如：户主来村委会当面说"
          />
          {allCollectModes.map((mode) => (
            <ActionButton
              key={mode}
              name={`choose-${mode}`}
              busy={record.busy}
              disabled={reason.trim().length < 2}
              onPress={() => void take(mode)}
            >
              {`记下：${collectModes[mode]}`}
            </ActionButton>
          ))}
        </>
      )}
      {row !== undefined && row.issuedAt !== null && (
        <ActionButton name="slip-lost" onPress={() => onLost(row)}>
          告知单遗失，重发
        </ActionButton>
      )}
    </Sheet>
  );
}
