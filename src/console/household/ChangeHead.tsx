import { App, Form, Select } from 'antd';
import { useCommand } from '@/client/calls/use-command';
import { changeHead } from '@/domain/operations/people/register-moves';
import { ReasonDialog } from '../acts/ReasonDialog';
import type { HouseDialog } from './dialog';
import { isThere, type Member, memberLabel, Relations, relationsOf } from './relations';

interface Typed {
  head: string;
  relations?: Record<string, string | undefined>;
}

/** Another member becomes the head; what the others are to him is said anew. */
export function ChangeHead({ house, onClose, onDone }: HouseDialog) {
  const change = useCommand(changeHead);
  const { message } = App.useApp();
  const { householdId, version, members, headPersonId } = house;
  const send = async (reason: string, { head, relations }: Typed) => {
    const others = members.filter(({ personId }) => personId !== head);
    const done = await change.run({
      householdId,
      version,
      headPersonId: head,
      relations: relationsOf(relations, others),
      reason,
    });
    if (done === undefined) return;
    message.success('户主已变更，原来的户主留在名册变动里。');
    onDone();
  };
  const now = members.find(({ personId }) => personId === headPersonId);
  return (
    <ReasonDialog<Typed>
      title="户主变更"
      action="变更户主"
      busy={change.busy}
      problem={change.problem}
      fields={<Fields members={members.filter(({ personId }) => personId !== headPersonId)} all={members} />}
      onAct={(reason, typed) => void send(reason, typed)}
      onClose={onClose}
    >
      <p>现在的户主：{now ? memberLabel(now) : '没有'}</p>
    </ReasonDialog>
  );
}

function Fields({ members, all }: { members: readonly Member[]; all: readonly Member[] }) {
  const head: string | undefined = Form.useWatch('head');
  return (
    <>
      <Form.Item name="head" label="新户主" rules={[{ required: true, message: '请选择新户主' }]}>
        <Select
          className="at--new-head"
          placeholder="已办结的人不能作户主"
          notFoundContent="这一户没有别人可以作户主。"
          options={members.filter(isThere).map((member) => ({ value: member.personId, label: memberLabel(member) }))}
        />
      </Form.Item>
      {head !== undefined && <Relations members={all.filter(({ personId }) => personId !== head)} head="新户主" />}
    </>
  );
}
