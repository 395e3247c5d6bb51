import { App, Button, Form, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { household } from '@/domain/operations/people/register';
import { joinHouseholds } from '@/domain/operations/people/register-moves';
import type { Problem } from '@/domain/problem';
import { ReasonDialog } from '../acts/ReasonDialog';
import { Trouble } from '../parts/Trouble';
import type { HouseDialog } from './dialog';
import { FindHousehold } from './FindHousehold';
import { MembersTable } from './MembersTable';
import { type House, Relations, relationsOf } from './relations';

interface Typed {
  into: 'this' | 'other';
  relations?: Record<string, string | undefined>;
}

/** Two households of one village become one: both are seen side by side before it is done. */
export function Join({ house, onClose, onDone }: HouseDialog) {
  const join = useCommand(joinHouseholds);
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<string>();
  const other = useQuery(household, chosen === undefined ? undefined : { householdId: chosen });
  const beside = other.value?.householdId === chosen ? other.value : undefined;
  const send = async (reason: string, { into, relations }: Typed) => {
    if (beside === undefined) return;
    const [target, source] = into === 'this' ? [house, beside] : [beside, house];
    const done = await join.run({
      into: { householdId: target.householdId, version: target.version },
      from: { householdId: source.householdId, version: source.version },
      relations: relationsOf(relations, source.members),
      reason,
    });
    if (done === undefined) return;
    message.success(`已并户，${done.moved} 人并入。并错了可以用“分户”分开。`, 6);
    onDone();
  };
  if (beside === undefined) {
    return <Chooser house={house} onChoose={setChosen} onClose={onClose} problem={other.problem} />;
  }
  return (
    <ReasonDialog<Typed>
      title="并户：核对两户"
      action="并户"
      width={860}
      busy={join.busy}
      problem={join.problem}
      initialValues={{ into: 'this' }}
      fields={<Fields house={house} beside={beside} />}
      onAct={(reason, typed) => void send(reason, typed)}
      onClose={onClose}
    >
      <MembersTable title={`本户${houseWords(house)}`} members={house.members} />
      <MembersTable title={`另一户${houseWords(beside)}`} members={beside.members} />
      <Button type="link" onClick={() => setChosen(undefined)}>
        不是这一户，重新找
      </Button>
    </ReasonDialog>
  );
}

const houseWords = ({ householdNo, houseNo }: House): string => {
  const words = [householdNo && `户号 ${householdNo}`, houseNo && `门牌 ${houseNo}`].filter(Boolean).join('，');
  return words === '' ? '' : `（${words}）`;
};

function Fields({ house, beside }: { house: House; beside: House }) {
  const into: Typed['into'] = Form.useWatch('into') ?? 'this';
  const moving = into === 'this' ? beside : house;
  return (
    <>
      <Form.Item name="into" label="并到哪一户">
        <Radio.Group
          options={[
            { value: 'this', label: '另一户并入本户' },
            { value: 'other', label: '本户并入另一户' },
          ]}
        />
      </Form.Item>
      <Relations members={moving.members} head={into === 'this' ? '本户户主' : '另一户户主'} />
    </>
  );
}

interface ChooserProps {
  house: House;
  problem: Problem | undefined;
  onChoose: (householdId: string) => void;
  onClose: () => void;
}

const Chooser = ({ house: { village, householdId }, problem, onChoose, onClose }: ChooserProps) => (
  <Modal open title="并户：先找到另一户" footer={null} width={720} onCancel={onClose}>
    <Trouble problem={problem} />
    {village === null ? (
      '这一户还没有归属村（居），请先在“待归属”里认领。'
    ) : (
      <FindHousehold village={village.code} except={householdId} onChoose={onChoose} />
    )}
  </Modal>
);
