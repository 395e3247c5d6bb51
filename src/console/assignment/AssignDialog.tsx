import { Alert, App, DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { speaksThere } from '@/domain/campaign/assignment';
import { assign, enumerators } from '@/domain/operations/office/assignment';
import { Trouble } from '../parts/Trouble';
import type { VillageRow } from './ByHand';
import { enumeratorLabel, partOptions } from './options';

interface Typed {
  postId: string;
  part: string;
  cadre?: string;
  until?: Dayjs | null;
  reason?: string;
}

interface AssignDialogProps {
  village: VillageRow;
  onClose: () => void;
  onDone: () => void;
}

/** A village, or a part of it, goes to one enumerator until a day. */
export function AssignDialog({ village, onClose, onDone }: AssignDialogProps) {
  const [form] = Form.useForm<Typed>();
  const { message } = App.useApp();
  const people = useQuery(enumerators, { divisionCode: village.villageCode, limit: 200 });
  const give = useCommand(assign);
  const chosen = Form.useWatch('postId', form);
  const holder = people.value?.items.find(({ postId }) => postId === chosen);
  const strange = holder !== undefined && !speaksThere(holder.languages, village.language);
  const send = async ({ postId, part, cadre, until, reason }: Typed) => {
    const given = await give.run({
      postId,
      villageCode: village.villageCode,
      part,
      cadre: cadre ?? '',
      reason: strange ? (reason ?? '').trim() : '',
      ...(until ? { until: until.format('YYYY-MM-DD') } : {}),
    });
    if (given === undefined) return;
    message.success('已分派，采集员下次联网就能看到。');
    onDone();
    onClose();
  };
  return (
    <Modal
      open
      title={`分派 ${village.villageName}`}
      okText="分派"
      okButtonProps={{ className: 'at--give' }}
      cancelText="取消"
      confirmLoading={give.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Trouble problem={people.problem} onRetry={() => void people.reload()} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ part: '' }}
        onFinish={(typed) => void send(typed)}
      >
        <Form.Item name="postId" label="采集员" rules={[{ required: true, message: '请选择采集员' }]}>
          <Select
            className="at--enumerator"
            showSearch
            optionFilterProp="label"
            loading={people.loading}
            placeholder="按姓名查找；后面是手上还没完成的人数"
            options={people.value?.items.map((one) => ({ value: one.postId, label: enumeratorLabel(one) }))}
            notFoundContent="没有可分派的采集员，请先在“账号”里邀请。"
          />
        </Form.Item>
        {strange && (
          <>
            <Alert
              className="at--strange-language"
              type="warning"
              showIcon
              message={`这个村要说${village.language}，${holder.name}不会说。`}
            />
            <Form.Item
              name="reason"
              label="仍然分派的原因"
              rules={[{ required: true, min: 2, whitespace: true, message: '请写明原因，如：由带队村干部翻译' }]}
            >
              <Input maxLength={200} />
            </Form.Item>
          </>
        )}
        <Form.Item name="part" label="范围">
          <Select options={partOptions(village)} />
        </Form.Item>
        <Form.Item name="cadre" label="带队村干部（可不写）">
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="until" label="期限（不选为采集阶段最后一天）">
          <DatePicker />
        </Form.Item>
      </Form>
      <Trouble problem={give.problem} />
    </Modal>
  );
}
