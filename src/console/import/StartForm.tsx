import { Button, Card, DatePicker, Form, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useCommand } from '@/client/calls/use-command';
import { editions } from '@/domain/divisions';
import { importStart } from '@/domain/operations/people/register-import';
import type { RegisterMapping } from '@/domain/register/fields';
import { Trouble } from '../parts/Trouble';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';

interface StartFormProps {
  fileId: string;
  fileName: string;
  sheet: string;
  mapping: RegisterMapping;
  ready: boolean;
  onStarted: (runId: string) => void;
}

interface Typed {
  kind: 'first' | 'edition';
  editionDate: Dayjs;
  covers: string;
  divisionEdition?: string;
}

/** What the file is: its day, whether it is complete, and for where. */
export function StartForm({ fileId, fileName, sheet, mapping, ready, onStarted }: StartFormProps) {
  const { account, home } = useDesk();
  const start = useCommand(importStart);
  const begin = async ({ kind, editionDate, covers, divisionEdition }: Typed) => {
    const started = await start.run({
      fileId,
      fileName,
      ...(sheet === '' ? {} : { sheet }),
      mapping,
      kind,
      editionDate: editionDate.format('YYYY-MM-DD'),
      covers,
      ...(divisionEdition === undefined ? {} : { divisionEdition }),
    });
    if (started) onStarted(started.runId);
  };
  return (
    <Card size="small">
      <Trouble problem={start.problem} />
      <Form<Typed>
        layout="vertical"
        initialValues={{ kind: 'first', editionDate: dayjs(account.today), covers: home }}
        onFinish={(typed) => void begin(typed)}
      >
        <Form.Item name="kind" label="导入方式">
          <Radio.Group
            options={[
              { value: 'first', label: '只增加和更新：文件里没有的人不动' },
              { value: 'edition', label: '新一版名册：同时找出不在新名册里的人，由您确认' },
            ]}
          />
        </Form.Item>
        <div className="yt-fields">
          <Form.Item name="editionDate" label="名册是哪一天的" rules={[{ required: true, message: '请选择日期' }]}>
            <DatePicker allowClear={false} />
          </Form.Item>
          <Form.Item name="covers" label="文件包括的地区">
            <Covers />
          </Form.Item>
          <Form.Item name="divisionEdition" label="村（居）按哪年的区划（不选则逐版查找）">
            <Select
              allowClear
              style={{ width: 260 }}
              options={editions.map(({ id }) => ({ value: id, label: `${id} 版` }))}
            />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" className="at--start-import" disabled={!ready} loading={start.busy}>
          开始导入
        </Button>
      </Form>
    </Card>
  );
}

/** Ant's form hands value and onChange to the field inside it. */
const Covers = ({ value = '', onChange = () => undefined }: { value?: string; onChange?: (code: string) => void }) => (
  <PlaceSelect value={value} onChange={onChange} />
);
