import { App, DatePicker, Form, Input, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useCommand } from '@/client/calls/use-command';
import { codeList } from '@/domain/codes';
import { recordBirth } from '@/domain/operations/people/register-moves';
import { ReasonDialog } from '../acts/ReasonDialog';
import { useDesk } from '../post/use-post';
import type { HouseDialog } from './dialog';
import { RelationSelect } from './relations';

interface Typed {
  name: string;
  sex: '1' | '2';
  birthDate: Dayjs;
  relation: string;
  ethnic: string;
  idNumber?: string;
}

const ethnics = codeList('ethnic').items.map(({ code, label }) => ({ value: code, label }));

/** A newborn joins the household; without a number under a temporary identity, until it comes. */
export function Birth({ house, onClose, onDone }: HouseDialog) {
  const record = useCommand(recordBirth);
  const { account } = useDesk();
  const { message } = App.useApp();
  const send = async (reason: string, { birthDate, idNumber, name, sex, relation, ethnic }: Typed) => {
    const number = idNumber?.trim() ?? '';
    const born = await record.run({
      householdId: house.householdId,
      name,
      sex,
      relation,
      ethnic,
      birthDate: birthDate.format('YYYY-MM-DD'),
      ...(number === '' ? {} : { idNumber: number }),
      reason,
    });
    if (born === undefined) return;
    message.success(
      born.temporary ? '已登记。没有身份证号，先用临时身份；领到号码后到“临时身份”里补录。' : '已登记出生。',
      6
    );
    onDone();
  };
  return (
    <ReasonDialog<Typed>
      title="登记出生"
      action="登记"
      busy={record.busy}
      problem={record.problem}
      initialValues={{ relation: '2', ethnic: '25' }}
      fields={
        <>
          <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
            <Input className="at--born-name" maxLength={50} />
          </Form.Item>
          <Form.Item name="sex" label="性别" rules={[{ required: true, message: '请选择性别' }]}>
            <Radio.Group
              options={[
                { value: '1', label: '男' },
                { value: '2', label: '女' },
              ]}
            />
          </Form.Item>
          <Form.Item name="birthDate" label="出生日期" rules={[{ required: true, message: '请选择出生日期' }]}>
            <DatePicker className="at--born-on" maxDate={dayjs(account.today)} />
          </Form.Item>
          <Form.Item name="relation" label="与户主关系" rules={[{ required: true, message: '请选择与户主关系' }]}>
            <RelationSelect />
          </Form.Item>
          <Form.Item name="ethnic" label="民族" rules={[{ required: true, message: '请选择民族' }]}>
            <Select showSearch optionFilterProp="label" options={ethnics} />
          </Form.Item>
          <Form.Item name="idNumber" label="公民身份号码（还没有可不填）">
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        </>
      }
      onAct={(reason, typed) => void send(reason, typed)}
      onClose={onClose}
    />
  );
}
