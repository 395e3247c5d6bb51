import { App, Button, Drawer, Flex, Form, Input, Radio, Timeline, Typography } from 'antd';
import { useCommand } from '@/client/calls/use-command';
import { type LeadOutcome, leadOutcomes, noteLead } from '@/domain/operations/office/quality';
import { leadKinds } from '@/domain/quality/daily/types';
import { momentInTable } from '../parts/moment';
import { Trouble } from '../parts/Trouble';
import { useDesk } from '../post/use-post';
import { linkTo } from '../shell/address';
import type { Lead } from './Leads';

interface LeadDrawerProps {
  lead: Lead;
  place: string;
  day: string;
  onClose: () => void;
  onNoted: () => Promise<void>;
}

interface Typed {
  outcome: LeadOutcome;
  words: string;
}

const outcomes = Object.entries(leadOutcomes).map(([value, label]) => ({ value, label }));

/** What was seen, what those who looked have written, and a place to write what came of it. */
export function LeadDrawer({ lead, place, day, onClose, onNoted }: LeadDrawerProps) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const note = useCommand(noteLead);
  const send = async ({ outcome, words }: Typed) => {
    const done = await note.run({ divisionCode: place, day, leadId: lead.leadId, outcome, words });
    if (done === undefined) return;
    message.success('已登记。');
    form.resetFields();
    await onNoted();
  };
  return (
    <Drawer open width={560} title={`${leadKinds[lead.kind]} · ${lead.enumerator || '居民自报'}`} onClose={onClose}>
      <Flex vertical gap={16}>
        <Typography.Paragraph style={{ margin: 0 }}>
          {lead.sentence}
          <br />
          <Typography.Text type="secondary">
            {lead.villageName} · {day} · {lead.recordIds.length} 份记录。线索只提示该看一看，不是结论。
          </Typography.Text>
        </Typography.Paragraph>
        {may('record.review') && (
          <Button href={linkTo({ at: 'review', place: lead.villageCode })}>去审核这个村的记录</Button>
        )}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ outcome: 'looked', words: '' }}
          onFinish={(typed) => void send(typed)}
        >
          <Form.Item name="outcome" label="看过以后">
            <Radio.Group className="at--outcome" options={outcomes} optionType="button" />
          </Form.Item>
          <Form.Item
            name="words"
            label="看到了什么、怎么处理（会留下来，不要写身份证号和电话）"
            rules={[{ required: true, whitespace: true, min: 2, message: '请写明，至少两个字' }]}
          >
            <Input.TextArea className="at--words" rows={3} maxLength={200} showCount />
          </Form.Item>
          <Trouble problem={note.problem} />
          <Button type="primary" htmlType="submit" className="at--note" loading={note.busy}>
            登记
          </Button>
        </Form>
        {lead.notes.length > 0 && (
          <Timeline
            items={lead.notes.map(({ outcome, words, by, at }) => ({
              key: at,
              color: outcome === 'revisit' ? 'red' : outcome === 'explained' ? 'green' : 'blue',
              children: (
                <>
                  <Typography.Text strong>{leadOutcomes[outcome]}</Typography.Text> {words}
                  <br />
                  <Typography.Text type="secondary">
                    {by} · {momentInTable(at)}
                  </Typography.Text>
                </>
              ),
            }))}
          />
        )}
      </Flex>
    </Drawer>
  );
}
