import { Flex, Select, Tag, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { outtray } from '@/domain/operations/publicity/outtray';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { useAddress } from '../shell/address';
import { isTemplate, templates } from './templates';

type Row = RowOf<typeof outtray>;

/** Every message that went to WeChat, or on this computer would have gone. */
export default function Outtray() {
  const [{ template }, go] = useAddress();
  const pages = useKeyedPages(outtray, isTemplate(template) ? { template } : {});
  return (
    <Flex vertical gap={12}>
      <Flex justify="space-between" align="center">
        <Typography.Text type="secondary">
          发往微信的每一条消息。在本机运行时消息不会真的发出，都留在这里。
        </Typography.Text>
        <Select
          style={{ width: 160 }}
          aria-label="消息种类"
          allowClear
          placeholder="全部种类"
          value={template}
          options={templates}
          onChange={(value?: string) => go({ template: value })}
        />
      </Flex>
      <KeyedTable
        pages={pages}
        rowKey="messageId"
        columns={columns}
        empty="还没有消息。村（居）委会发出提醒或退回记录以后，会出现在这里。"
      />
    </Flex>
  );
}

const columns: ColumnsType<Row> = [
  { title: '时间', dataIndex: 'at', render: momentInTable },
  { title: '种类', dataIndex: 'templateTitle' },
  { title: '收件人', dataIndex: 'to' },
  {
    title: '内容',
    dataIndex: 'lines',
    render: (lines: Row['lines']) => lines.map(({ place, text }) => <div key={place}>{text}</div>),
  },
  { title: '点开后', dataIndex: 'page' },
  {
    title: '结果',
    dataIndex: 'sentence',
    render: (sentence: string, { result }) => <Tag color={result === 'sent' ? 'green' : 'gold'}>{sentence}</Tag>,
  },
];
