import { App, Checkbox, Flex, Form, Input, Select } from 'antd';
import { useCommand } from '@/client/calls/use-command';
import { splitHousehold } from '@/domain/operations/people/register-moves';
import { ReasonDialog } from '../acts/ReasonDialog';
import type { HouseDialog } from './dialog';
import { isThere, type Member, memberLabel, Relations, relationsOf } from './relations';

interface Typed {
  people: string[];
  head: string;
  relations?: Record<string, string | undefined>;
  householdNo?: string;
  houseNo?: string;
  address?: string;
}

/** Some members make a household of their own in the same village; joining the two takes it back. */
export function Split({ house, onClose, onDone }: HouseDialog) {
  const split = useCommand(splitHousehold);
  const { message } = App.useApp();
  const send = async (reason: string, { people, head, relations, householdNo, houseNo, address }: Typed) => {
    const others = house.members.filter(({ personId }) => people.includes(personId) && personId !== head);
    const done = await split.run({
      householdId: house.householdId,
      version: house.version,
      personIds: people,
      headPersonId: head,
      relations: relationsOf(relations, others),
      householdNo: householdNo ?? '',
      houseNo: houseNo ?? '',
      address: address ?? '',
      reason,
    });
    if (done === undefined) return;
    message.success(`已分户，${people.length} 人另立一户。分错了可以用“并户”合回来。`, 6);
    onDone();
  };
  return (
    <ReasonDialog<Typed>
      title="分户：选出另立一户的人"
      action="分户"
      busy={split.busy}
      problem={split.problem}
      initialValues={{ people: [] }}
      fields={<Fields members={house.members} />}
      onAct={(reason, typed) => void send(reason, typed)}
      onClose={onClose}
    />
  );
}

function Fields({ members }: { members: readonly Member[] }) {
  const people: string[] = Form.useWatch('people') ?? [];
  const head: string | undefined = Form.useWatch('head');
  const leaving = members.filter(({ personId }) => people.includes(personId));
  return (
    <>
      <Form.Item
        name="people"
        label="分出去的人（至少留一人在原户）"
        rules={[
          {
            validator: async (_, chosen: string[]) => {
              if (chosen.length === 0) throw new Error('请至少选一人');
              if (chosen.length === members.length) throw new Error('不能全户都分出去，至少留一人在原户');
            },
          },
        ]}
      >
        <Checkbox.Group
          className="yt-stacked at--leaving-people"
          options={members.map((member) => ({ value: member.personId, label: memberLabel(member) }))}
        />
      </Form.Item>
      <Form.Item
        name="head"
        label="新户的户主"
        dependencies={['people']}
        rules={[
          {
            validator: async (_, chosen?: string) => {
              if (!people.includes(chosen ?? '')) throw new Error('请在分出去的人里选一人作户主');
            },
          },
        ]}
      >
        <Select
          className="at--new-head"
          placeholder="在分出去的人里选"
          options={leaving.filter(isThere).map(({ personId, name }) => ({ value: personId, label: name }))}
        />
      </Form.Item>
      {head !== undefined && <Relations members={leaving.filter(({ personId }) => personId !== head)} head="新户主" />}
      <Flex gap={12}>
        <Form.Item name="householdNo" label="新户号（可不写）">
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="houseNo" label="门牌号（可不写）">
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="address" label="住址（不写同原户）">
          <Input maxLength={100} />
        </Form.Item>
      </Flex>
    </>
  );
}
