import { Alert, App, Form, Input, Modal, Radio, Select } from 'antd';
import { useCommand } from '@/client/calls/use-command';
import { type CollectState, collectStates } from '@/domain/campaign/record-states';
import { codeList } from '@/domain/codes';
import { requestExport } from '@/domain/operations/office/exports';
import { Trouble } from '../parts/Trouble';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { type Purpose, purposeInWords, purposesFor } from './purposes';

interface Typed {
  purpose: Purpose;
  formId: 'personal' | 'employer';
  divisionCode: string;
  states?: CollectState[];
  classes?: string[];
  encoding: 'utf8' | 'gb18030';
  reason: string;
}

export function Request({ onClose, onAsked }: { onClose: () => void; onAsked: () => void }) {
  const { home, post } = useDesk();
  const { message } = App.useApp();
  const ask = useCommand(requestExport);
  const [form] = Form.useForm<Typed>();
  const send = async ({ states = [], classes = [], ...typed }: Typed) => {
    if ((await ask.run({ ...typed, filters: { states, classes } })) === undefined) return;
    message.success('已申请，等另一个人审批。');
    onAsked();
    onClose();
  };
  return (
    <Modal
      open
      width={620}
      title="申请导出"
      okText="提交申请"
      okButtonProps={{ className: 'at--send-export' }}
      cancelText="取消"
      confirmLoading={ask.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Trouble problem={ask.problem} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ formId: 'personal', divisionCode: home, encoding: 'utf8' }}
        onFinish={(typed) => void send(typed)}
      >
        <Form.Item name="purpose" label="用途（决定文件里有什么）" rules={[{ required: true, message: '请选择用途' }]}>
          <Select className="at--purpose" options={purposesFor(post.role)} />
        </Form.Item>
        <Form.Item noStyle shouldUpdate={(before: Typed, after: Typed) => before.purpose !== after.purpose}>
          {({ getFieldValue }) => {
            const purpose: Purpose | undefined = getFieldValue('purpose');
            return purpose && <Alert type="info" message={purposeInWords(purpose)} style={{ marginBottom: 12 }} />;
          }}
        </Form.Item>
        <Form.Item name="divisionCode" label="地区">
          <Place />
        </Form.Item>
        <Form.Item name="formId" label="表">
          <Radio.Group
            options={[
              { value: 'personal', label: '个人表' },
              { value: 'employer', label: '单位表' },
            ]}
          />
        </Form.Item>
        <Form.Item name="states" label="采集状态（不选为全部）">
          <Select mode="multiple" options={Object.entries(collectStates).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="classes" label="人口资源分类（不选为全部）">
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={codeList('population_class').items.map(({ code, label }) => ({ value: code, label }))}
          />
        </Form.Item>
        <Form.Item name="encoding" label="文件编码">
          <Radio.Group
            options={[
              { value: 'utf8', label: 'UTF-8（新版表格软件）' },
              { value: 'gb18030', label: 'GB18030（老版表格软件）' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label="为什么要导出"
          rules={[{ required: true, whitespace: true, min: 4, message: '请写明为什么要导出，至少四个字' }]}
        >
          <Input.TextArea className="at--reason" rows={2} maxLength={200} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Ant's form hands value and onChange to the field inside it. */
const Place = ({ value = '', onChange = () => undefined }: { value?: string; onChange?: (code: string) => void }) => (
  <PlaceSelect value={value} onChange={onChange} width={320} />
);
