import { App, Form, Input } from 'antd';
import { useCommand } from '@/client/calls/use-command';
import { requestTransfer } from '@/domain/operations/people/register-moves';
import { ReasonDialog } from '../acts/ReasonDialog';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';

interface Typed {
  idNumber: string;
  toVillage: string;
}

interface AskInProps {
  onClose: () => void;
  onDone: () => void;
}

/** Somebody registered elsewhere in the county lives here now: read from his card, the village he is registered in answers. */
export function AskIn({ onClose, onDone }: AskInProps) {
  const ask = useCommand(requestTransfer);
  const { home } = useDesk();
  const { message } = App.useApp();
  const send = async (reason: string, { idNumber, toVillage }: Typed) => {
    const asked = await ask.run({ idNumber: idNumber.trim(), toVillage, reason });
    if (asked === undefined) return;
    message.success(
      asked.state === 'done' ? '已迁入。' : '已申请。户籍现在所在的村（居）同意后就迁过来，可在“我申请的”里查看。',
      6
    );
    onDone();
  };
  return (
    <ReasonDialog<Typed>
      title="申请迁入"
      action="申请"
      busy={ask.busy}
      problem={ask.problem}
      initialValues={{ toVillage: home }}
      fields={
        <>
          <Form.Item
            name="idNumber"
            label="要迁来的人的公民身份号码（照身份证）"
            rules={[{ required: true, whitespace: true, message: '请照身份证填写 18 位号码' }]}
          >
            <Input className="at--id-number" maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="toVillage"
            label="迁到哪个村（居）"
            rules={[{ pattern: /^\d{12}$/, message: '请选到村（居）' }]}
          >
            <ScopeVillage />
          </Form.Item>
        </>
      }
      onAct={(reason, typed) => void send(reason, typed)}
      onClose={onClose}
    />
  );
}

/** As an item of a form hands it: value and change may be absent. */
const ScopeVillage = ({ value = '', onChange }: { value?: string; onChange?: (code: string) => void }) => (
  <PlaceSelect value={value} onChange={(code) => onChange?.(code)} width={320} />
);
