import { Collapse, DatePicker, Form, Input, Typography } from 'antd';
import type { Dayjs } from 'dayjs';
import { useCommand } from '@/client/calls/use-command';
import type { OutputOf } from '@/domain/operations/operation';
import { type letterDraft, publishNotice } from '@/domain/operations/publicity/notice';
import { Trouble } from '../parts/Trouble';
import { countInWords } from '../parts/words';
import { paragraphsOf } from './paragraphs';

type Draft = OutputOf<typeof letterDraft>;

interface Typed {
  title: string;
  issuer: string;
  greeting: string;
  body: string;
  callback: string;
  expiresOn?: Dayjs | null;
}

interface NoticeFormProps {
  place: string;
  draft: Draft;
  onChanged: () => void;
  /** How far it reaches, in words. */
  onPublished: (words: string) => void;
}

export function NoticeForm({ place, draft, onChanged, onPublished }: NoticeFormProps) {
  const publish = useCommand(publishNotice);
  const send = async ({ title, issuer, greeting, body, callback, expiresOn }: Typed) => {
    const sent = await publish.run({
      divisionCode: place,
      kind: draft.kind,
      title,
      issuer,
      content: { greeting: greeting ?? '', paragraphs: paragraphsOf(body), callback: callback ?? '' },
      expiresOn: expiresOn?.format('YYYY-MM-DD') ?? null,
    });
    if (sent) onPublished(`已发布，覆盖 ${sent.villages} 个村（居）、${countInWords(sent.people)} 人。`);
  };
  const { greeting, paragraphs, callback } = draft.content;
  return (
    <Form<Typed>
      name="notice"
      layout="vertical"
      initialValues={{ title: draft.title, issuer: draft.issuer, greeting, body: paragraphs.join('\n'), callback }}
      onValuesChange={onChanged}
      onFinish={(typed) => void send(typed)}
      scrollToFirstError
    >
      <Trouble problem={publish.problem} />
      <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, min: 2, message: '请写标题' }]}>
        <Input maxLength={60} showCount />
      </Form.Item>
      <Form.Item name="greeting" label="称呼">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="body"
        label="正文（一行一段，不要写任何人的身份证号和电话）"
        rules={[
          { required: true, whitespace: true, message: '请写正文' },
          {
            validator: (_, text: string) =>
              paragraphsOf(text).length <= 20 ? Promise.resolve() : Promise.reject(new Error('最多 20 段，请合并几段')),
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 18 }} maxLength={8000} showCount />
      </Form.Item>
      <Form.Item name="callback" label="咨询电话">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="issuer"
        label="发布单位"
        rules={[{ required: true, whitespace: true, min: 2, message: '请写发布单位' }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="expiresOn" label="有效期至（不选为长期）">
        <DatePicker />
      </Form.Item>
      <Collapse
        size="small"
        items={[
          {
            key: 'channels',
            label: '还可以这样告诉大家（可直接照念、照抄）',
            children: draft.channels.map(({ channel, words }) => (
              <Typography.Paragraph key={channel} copyable={{ text: words }}>
                <strong>{channel}</strong>：{words}
              </Typography.Paragraph>
            )),
          },
        ]}
      />
    </Form>
  );
}
