import { Alert, Button, Descriptions, Form, Input, Modal, Radio, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { type Revealable, revealables } from '@/domain/access/disclosure';
import { revealAllowance, revealSecret } from '@/domain/operations/office/secrecy';
import type { OutputOf } from '@/domain/operations/operation';
import { Trouble } from '../parts/Trouble';

interface RevealProps {
  personId: string;
  name: string;
  onClose: () => void;
}

/** What is sealed, for a reason, for minutes; the person can see who looked and why. */
export function Reveal({ personId, name, onClose }: RevealProps) {
  const allowance = useQuery(revealAllowance, {});
  const reveal = useCommand(revealSecret);
  const [shown, setShown] = useState<OutputOf<typeof revealSecret>>();
  const [form] = Form.useForm<{ what: Revealable; reason: string }>();
  const { value } = allowance;
  const look = async ({ what, reason }: { what: Revealable; reason: string }) =>
    setShown(await reveal.run({ personId, what, reason }));
  return (
    <Modal
      open
      title={`查看 ${name} 的原文`}
      okText="查看"
      cancelText="关闭"
      okButtonProps={{ className: 'at--reveal', disabled: value === undefined || value.remaining === 0 }}
      confirmLoading={reveal.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      {...(shown ? { footer: <Button onClick={onClose}>看完了</Button> } : {})}
    >
      <Trouble problem={allowance.problem ?? reveal.problem} />
      {shown ? (
        <Shown shown={shown} />
      ) : value === undefined ? (
        !allowance.problem && <Skeleton active />
      ) : (
        <>
          <Alert
            type="info"
            showIcon
            message={`今天还能查看 ${value.remaining} 次（每天 ${value.limit} 次），每次显示 ${value.minutes} 分钟。谁、什么时候、为什么看，都会记下，本人可以查到。`}
          />
          <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void look(typed)}>
            <Form.Item name="what" label="要看什么" rules={[{ required: true, message: '请选择要看的内容' }]}>
              <Radio.Group options={value.may.map((what) => ({ value: what, label: revealables[what] }))} />
            </Form.Item>
            <Form.Item
              name="reason"
              label="为什么要看"
              rules={[{ required: true, whitespace: true, min: 4, message: '请写明为什么要看，至少四个字' }]}
            >
              <Input.TextArea className="at--reason" rows={2} maxLength={200} showCount />
            </Form.Item>
          </Form>
        </>
      )}
    </Modal>
  );
}

/** Gone by itself when its minutes are over. */
function Shown({ shown }: { shown: OutputOf<typeof revealSecret> }) {
  const left = useSecondsUntil(shown.expiresAt);
  if (left === 0) return <Alert type="info" showIcon message="时间到了，原文已收起。还要看请关闭后重新申请。" />;
  if (shown.lines.length === 0)
    return <Alert type="info" showIcon message="原文只给一次，没有保存。还要看请关闭后重新申请。" />;
  return (
    <>
      <Descriptions
        size="small"
        bordered
        column={1}
        items={shown.lines.map(({ label, text }) => ({ key: label, label, children: text || '没有填写' }))}
      />
      <p>
        {left} 秒后自动收起，今天还能查看 {shown.remaining} 次。
      </p>
    </>
  );
}

function useSecondsUntil(instant: string): number {
  const count = () => Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 1000));
  const [left, setLeft] = useState(count);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counts by the clock, begins anew for another instant
  useEffect(() => {
    const timer = setInterval(() => setLeft(count), 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return left;
}
