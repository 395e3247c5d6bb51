import { Descriptions, Flex } from 'antd';
import type { Compared } from '@/client/choosing';
import { formModeLabels } from '@/domain/operations/collecting/collect';
import { momentInTable } from '../parts/moment';

type SideFacts = Compared['late'];

/** Who said each, when and how. */
export function Sides({ compared: { live, late, kind } }: { compared: Compared }) {
  return (
    <Flex gap={12}>
      {live ? <Said title="现有的" side={live} /> : <div style={{ flex: 1 }}>现在还没有人填过这个人。</div>}
      <Said title={kind === 'lease' ? '后到的（换人后才送到）' : '后到的'} side={late} />
    </Flex>
  );
}

const Said = ({ title, side }: { title: string; side: SideFacts }) => (
  <Descriptions
    style={{ flex: 1 }}
    size="small"
    bordered
    column={1}
    title={title}
    items={[
      { key: 'who', label: '谁填的', children: `${side.authorName}（${side.authorRole}）` },
      { key: 'how', label: '怎么采集', children: formModeLabels[side.mode] },
      { key: 'when', label: '填的时间', children: momentInTable(side.collectedAt) },
      { key: 'got', label: '收到时间', children: momentInTable(side.receivedAt) },
      { key: 'receipt', label: '回执号', children: side.receiptNo },
    ]}
  />
);
