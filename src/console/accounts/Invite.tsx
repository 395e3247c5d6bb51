import { Button, DatePicker, Drawer, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { type Role, roles } from '@/domain/access';
import { mayAppoint } from '@/domain/access/appoint';
import { languages } from '@/domain/campaign/assignment';
import { invite, staffRole } from '@/domain/operations/account/accounts';
import type { OutputOf } from '@/domain/operations/operation';
import { Trouble } from '../parts/Trouble';
import { useDesk } from '../post/use-post';
import { ScopesSelect } from './ChangeScopes';
import { CodeOnce } from './CodeOnce';

interface Typed {
  name: string;
  phone: string;
  role: Exclude<Role, 'resident'>;
  title: string;
  organisation?: string;
  badgeNo?: string;
  languages?: string[];
  scopes: string[];
  startsOn: Dayjs;
  endsOn?: Dayjs | null;
}

interface InviteProps {
  onClose: () => void;
  onInvited: () => void;
}

/** Puts somebody on the staff list; the code that comes back is bound to his telephone number and shown once. */
export function Invite({ onClose, onInvited }: InviteProps) {
  const { account, post } = useDesk();
  const send = useCommand(invite);
  const [made, setMade] = useState<{ name: string; invitation: OutputOf<typeof invite> }>();
  const [form] = Form.useForm<Typed>();
  const submit = async ({ startsOn, endsOn, organisation, badgeNo, languages, ...typed }: Typed) => {
    const invitation = await send.run({
      ...typed,
      organisation: organisation ?? '',
      badgeNo: badgeNo ?? '',
      languages: languages ?? [],
      startsOn: startsOn.format('YYYY-MM-DD'),
      endsOn: endsOn?.format('YYYY-MM-DD') ?? null,
    });
    if (invitation === undefined) return;
    onInvited();
    setMade({ name: typed.name, invitation });
  };
  if (made) return <CodeOnce {...made} onClose={onClose} />;
  return (
    <Drawer
      open
      width={520}
      title="邀请工作人员"
      onClose={onClose}
      // A key or a click beside it must not throw away what was typed.
      keyboard={false}
      maskClosable={false}
      extra={
        <Button type="primary" className="at--send" loading={send.busy} onClick={() => form.submit()}>
          生成邀请码
        </Button>
      }
    >
      <Trouble problem={send.problem} />
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={{ startsOn: dayjs(account.today), scopes: [] }}
        onFinish={(typed) => void submit(typed)}
        scrollToFirstError
      >
        <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请写姓名' }]}>
          <Input className="at--name" maxLength={50} />
        </Form.Item>
        <Form.Item
          name="phone"
          label="手机号（领取岗位时要用这个号码）"
          rules={[{ required: true, pattern: /^\s*1[3-9]\d{9}\s*$/, message: '请填 11 位手机号' }]}
        >
          <Input className="at--phone" inputMode="numeric" maxLength={11} autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label="岗位" rules={[{ required: true, message: '请选择岗位' }]}>
          <Select
            className="at--role"
            options={staffRole.options
              .filter((role) => mayAppoint(post.role, role))
              .map((value) => ({ value, label: roles[value] }))}
          />
        </Form.Item>
        <Form.Item name="title" label="职务" rules={[{ required: true, whitespace: true, message: '请写职务' }]}>
          <Input className="at--title" maxLength={40} placeholder="如：采集员、劳保所经办" />
        </Form.Item>
        <Form.Item name="organisation" label="单位">
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="scopes" label="负责范围" rules={[{ required: true, message: '请至少选一个负责的地区' }]}>
          <ScopesSelect />
        </Form.Item>
        <Form.Item noStyle shouldUpdate={(before: Typed, after: Typed) => before.role !== after.role}>
          {({ getFieldValue }) =>
            getFieldValue('role') === 'enumerator' && (
              <>
                <Form.Item name="languages" label="会说的话">
                  <Select mode="multiple" options={languages.map((value) => ({ value, label: value }))} />
                </Form.Item>
                <Form.Item name="badgeNo" label="工作证号">
                  <Input maxLength={30} />
                </Form.Item>
              </>
            )
          }
        </Form.Item>
        <Form.Item name="startsOn" label="任期开始" rules={[{ required: true, message: '请选择开始日期' }]}>
          <DatePicker allowClear={false} />
        </Form.Item>
        <Form.Item name="endsOn" label="任期结束（不选为长期）">
          <DatePicker />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
