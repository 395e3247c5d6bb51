import { Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '@/domain/problem';
import { Trouble } from '../parts/Trouble';

interface ReasonDialogProps {
  /** What will happen, naming what it happens to. */
  title: string;
  /** The button says what it does. */
  action: string;
  danger?: boolean;
  busy: boolean;
  problem: Problem | undefined;
  children?: ReactNode;
  onAct: (reason: string) => void;
  onClose: () => void;
}

/** An act that is kept with its reason. */
export function ReasonDialog({ title, action, danger, busy, problem, children, onAct, onClose }: ReasonDialogProps) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={title}
      okText={action}
      okButtonProps={{ danger: danger ?? false, className: 'at--act' }}
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {children}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => onAct(reason)}>
        <Form.Item
          name="reason"
          label="原因（会留在记录里）"
          rules={[{ required: true, whitespace: true, min: 2, message: '请写明原因，至少两个字' }]}
        >
          <Input.TextArea className="at--reason" rows={3} maxLength={200} showCount autoFocus />
        </Form.Item>
      </Form>
      <Trouble problem={problem} />
    </Modal>
  );
}
