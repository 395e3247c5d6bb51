import { App, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useCommand } from '@/client/calls/use-command';
import { recordDeath } from '@/domain/operations/people/register-moves';
import { ReasonDialog } from '../acts/ReasonDialog';
import { useDesk } from '../post/use-post';
import type { HouseDialog } from './dialog';
import { isThere, type Member, memberLabel } from './relations';

interface Typed {
  diedOn: Dayjs;
  witness: string;
  newHead?: string;
}

/** Closes one of them with a date and a witness; who was the head names the next one. */
export function Death({ house, person, onClose, onDone }: HouseDialog & { person: Member }) {
  const record = useCommand(recordDeath);
  const { account } = useDesk();
  const { message } = App.useApp();
  const others = house.members.filter((member) => member.personId !== person.personId && isThere(member));
  const wasHead = person.relation === '0';
  const send = async (reason: string, { diedOn, witness, newHead }: Typed) => {
    const done = await record.run({
      personId: person.personId,
      version: person.version,
      diedOn: diedOn.format('YYYY-MM-DD'),
      witness,
      ...(newHead === undefined ? {} : { newHeadPersonId: newHead }),
      reason,
    });
    if (done === undefined) return;
    if (done.headMissing) message.warning('已登记。这一户现在没有户主，请用“户主变更”指定。', 6);
    else message.success('已登记，不再列入待采集。');
    onDone();
  };
  return (
    <ReasonDialog<Typed>
      title={`登记 ${person.name} 死亡`}
      action="登记死亡"
      danger
      busy={record.busy}
      problem={record.problem}
      fields={
        <>
          <Form.Item name="diedOn" label="死亡日期" rules={[{ required: true, message: '请选择死亡日期' }]}>
            <DatePicker className="at--died-on" maxDate={dayjs(account.today)} />
          </Form.Item>
          <Form.Item
            name="witness"
            label="证明人（村干部或家属的姓名）"
            rules={[{ required: true, whitespace: true, message: '请写证明人' }]}
          >
            <Input className="at--witness" maxLength={40} />
          </Form.Item>
          {wasHead && others.length > 0 && (
            <Form.Item name="newHead" label="新户主（他是户主，请一并指定）">
              <Select
                allowClear
                placeholder="暂不指定"
                options={others.map((member) => ({ value: member.personId, label: memberLabel(member) }))}
              />
            </Form.Item>
          )}
        </>
      }
      onAct={(reason, typed) => void send(reason, typed)}
      onClose={onClose}
    >
      <p>{memberLabel(person)}。登记后按“死亡”办结，资料保留，不再提醒和走访。</p>
    </ReasonDialog>
  );
}
