import { Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '@/domain/problem';
import { Trouble } from '../parts/Trouble';

interface ReasonDialogProps<Typed extends object> {
  /** What will happen, naming what it happens to. */
  title: string;
  /** The button says what it does. */
  action: string;
  danger?: boolean;
  busy: boolean;
  problem: Problem | undefined;
  width?: number;
  children?: ReactNode;
  /** What else must be typed: items of the form that ends with the reason. */
  fields?: ReactNode;
  initialValues?: Partial<Typed>;
  onAct: (reason: string, typed: Typed) => void;
  onClose: () => void;
}

/** An act that is kept with its reason. */
export function ReasonDialog<Typed extends object = object>({
  title,
  action,
  danger,
  busy,
  problem,
  width = 520,
  children,
  fields,
  initialValues = {},
  onAct,
  onClose,
}: ReasonDialogProps<Typed>) {
  const [form] = Form.useForm<Typed & { reason: string }>();
  return (
    <Modal
      open
      title={title}
      width={width}
      // Long ones keep their button on the screen of a small office computer.
      style={{ top: 32 }}
      okText={action}
      okButtonProps={{ danger: danger ?? false, className: 'at--act' }}
      cancelText="取消"
      // A key or a click beside it must not throw away what was typed.
      maskClosable={false}
      keyboard={false}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {children}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initialValues}
        scrollToFirstError
        onFinish={(typed) => onAct(typed.reason, typed)}
      >
        {fields}
        <Form.Item
          name="reason"
          label="原因（会留在记录里）"
          rules={[{ required: true, whitespace: true, min: 2, message: '请写明原因，至少两个字' }]}
        >
          <Input.TextArea
            className="at--reason"
            rows={fields === undefined ? 3 : 2}
            maxLength={200}
            showCount
            autoFocus={fields === undefined}
          />
        </Form.Item>
      </Form>
      <Trouble problem={problem} />
    </Modal>
  );
}
