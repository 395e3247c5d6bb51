import { App, Checkbox, Flex, Radio } from 'antd';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { settlePlacements } from '@/domain/operations/people/register-placement';
import { ReasonDialog } from '../acts/ReasonDialog';
import { PlaceSelect } from '../post/PlaceSelect';
import { type Candidate, candidateLabel } from './candidate';

interface SettleProps {
  caseIds: string[];
  place: string;
  candidates: readonly Candidate[];
  onClose: () => void;
  onSettled: () => void;
}

/** All those chosen go to one village; somebody else's decision in between stands. */
export function Settle({ caseIds, place, candidates, onClose, onSettled }: SettleProps) {
  const { message } = App.useApp();
  const act = useCommand(settlePlacements);
  const [village, setVillage] = useState(candidates.length === 1 ? (candidates[0]?.code ?? place) : place);
  const [withHousehold, setWithHousehold] = useState(true);
  const [missing, setMissing] = useState(false);
  const send = async (reason: string) => {
    if (village.length !== 12) return setMissing(true);
    const done = await act.run({ caseIds, villageCode: village, withHousehold, reason });
    if (done === undefined) return;
    const others = done.already > 0 ? `；${done.already} 人此前已由别人归好，没有改动` : '';
    message.success(`已归好 ${done.settled} 人${others}。`);
    onSettled();
  };
  return (
    <ReasonDialog
      title={`把 ${caseIds.length} 人归到一个村（居）`}
      action="归到这个村（居）"
      busy={act.busy}
      problem={act.problem}
      onAct={(reason) => void send(reason)}
      onClose={onClose}
    >
      <Flex vertical gap={10} style={{ marginBottom: 12 }}>
        {candidates.length > 0 && (
          <Radio.Group
            value={village}
            onChange={({ target }) => setVillage(String(target.value))}
            options={candidates.map((one) => ({ value: one.code, label: candidateLabel(one) }))}
          />
        )}
        <PlaceSelect value={village} onChange={setVillage} width={320} />
        {missing && village.length !== 12 && <span className="yt-fault">请选到村（居）</span>}
        <Checkbox checked={withHousehold} onChange={({ target }) => setWithHousehold(target.checked)}>
          同户还在等待的人一起归过去
        </Checkbox>
      </Flex>
    </ReasonDialog>
  );
}
