import { App, Form, Input, Radio } from 'antd';
import { useCommand } from '@/client/calls/use-command';
import { joinIdentity } from '@/domain/operations/people/register-identity';
import { ReasonDialog } from '../acts/ReasonDialog';
import type { Temporary } from './Temporaries';

interface GiveNumberProps {
  person: Temporary;
  onClose: () => void;
  onDone: () => void;
}

interface Typed {
  from: 'given' | 'upgraded';
  idNumber?: string;
}

/** A temporary identity gets its number; a number that is somebody's already opens a case instead. */
export function GiveNumber({ person, onClose, onDone }: GiveNumberProps) {
  const join = useCommand(joinIdentity);
  const { message } = App.useApp();
  const { personId, version, name, upgradedMasked } = person;
  const send = async (reason: string, { from, idNumber }: Typed) => {
    const given = from === 'given' ? { from, idNumber: idNumber?.trim() ?? '' } : { from };
    const joined = await join.run({ personId, version, ...given, reason });
    if (joined === undefined) return;
    if (joined.outcome === 'joined') message.success(`${name} 的号码已补录：${joined.idMasked}。`);
    else message.warning('这个号码已是另一个人的，没有改动。已列入“待核实”，请核对是不是同一人。', 8);
    onDone();
  };
  return (
    <ReasonDialog<Typed>
      title={`给 ${name} 补录身份证号`}
      action="补录"
      busy={join.busy}
      problem={join.problem}
      initialValues={{ from: upgradedMasked === '' ? 'given' : 'upgraded' }}
      fields={<Fields upgraded={upgradedMasked} />}
      onAct={(reason, typed) => void send(reason, typed)}
      onClose={onClose}
    />
  );
}

function Fields({ upgraded }: { upgraded: string }) {
  const from: Typed['from'] = Form.useWatch('from') ?? 'given';
  return (
    <>
      <Form.Item name="from" label="用哪个号码" hidden={upgraded === ''}>
        <Radio.Group
          options={[
            { value: 'upgraded', label: `名册里 15 位旧号码的 18 位写法：${upgraded}` },
            { value: 'given', label: '照身份证或户口本填写' },
          ]}
        />
      </Form.Item>
      {from === 'given' && (
        <Form.Item
          name="idNumber"
          label="公民身份号码"
          rules={[{ required: true, whitespace: true, message: '请照身份证填写 18 位号码' }]}
        >
          <Input className="at--id-number" maxLength={40} autoComplete="off" />
        </Form.Item>
      )}
    </>
  );
}
