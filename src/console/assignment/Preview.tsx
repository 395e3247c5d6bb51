import { Alert, Button, Card, Flex, Table, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useMemo } from 'react';
import type { previewBalance } from '@/domain/operations/office/assignment';
import type { OutputOf } from '@/domain/operations/operation';
import { Chart } from '../chart/Chart';
import { countInWords, shareInWords } from '../parts/words';
import { loadInWords, loadOption } from './load-option';

type Seen = OutputOf<typeof previewBalance>;

interface PreviewProps {
  preview: Seen;
  /** Applying it was refused: it must be looked at again. */
  stale: boolean;
  onApply: () => void;
}

export function Preview({ preview: { loads, ideal, imbalance, moves, remarks }, stale, onApply }: PreviewProps) {
  const option = useMemo(() => loadOption(loads, ideal), [loads, ideal]);
  return (
    <>
      <Card
        size="small"
        title="工作量：调整前后"
        extra={
          <Button type="primary" className="at--apply" disabled={stale || moves.length === 0} onClick={onApply}>
            按预览分派
          </Button>
        }
      >
        <Chart option={option} height={260} label={loadInWords(loads)} />
        <Typography.Text>
          平均每人 {countInWords(Math.round(ideal))} 人；离平均最远的，调整前差 {shareInWords(imbalance.before)}
          ，调整后差 {shareInWords(imbalance.after)}。
        </Typography.Text>
      </Card>
      {remarks.map((remark) => (
        <Alert key={remark} type="warning" showIcon message={remark} />
      ))}
      <Card size="small" title={`要改动的分工（${moves.length} 处）`}>
        <Flex vertical>
          <Table<Seen['moves'][number]>
            size="small"
            rowKey={({ villageCode, part }) => `${villageCode} ${part}`}
            columns={columns}
            dataSource={moves}
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: '已经均衡，不需要改动。' }}
          />
        </Flex>
      </Card>
    </>
  );
}

const columns: ColumnsType<Seen['moves'][number]> = [
  { title: '村（居）', dataIndex: 'villageName' },
  { title: '范围', dataIndex: 'partName', render: (name: string) => name || '全村' },
  { title: '还没完成（人）', dataIndex: 'people', align: 'right', render: countInWords },
  { title: '原采集员', dataIndex: 'from', render: (from: Seen['moves'][number]['from']) => from?.name ?? '没有' },
  { title: '改为', dataIndex: ['to', 'name'] },
];
