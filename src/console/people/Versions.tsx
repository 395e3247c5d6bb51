import { Card, Empty, Flex, Skeleton, Table, Typography } from 'antd';
import { useQuery } from '@/client/calls/use-query';
import { formModeLabels, history } from '@/domain/operations/collecting/collect';
import { momentInTable } from '../parts/moment';
import { Trouble } from '../parts/Trouble';

const columns = [
  { title: '项目', dataIndex: 'label' },
  { title: '原来', dataIndex: 'before' },
  { title: '改为', dataIndex: 'after' },
];

/** Each version: who, how, when, and what changed. */
export function Versions({ personId }: { personId: string }) {
  const { value, problem, reload } = useQuery(history, { personId });
  if (value === undefined)
    return problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Skeleton active />;
  if (value.versions.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有填报。" />;
  return (
    <Flex vertical gap={12}>
      {value.versions.map(({ version, mode, authorName, receivedAt, changes, reasons, onPaper }) => (
        <Card
          key={version}
          size="small"
          title={`第 ${version} 版 · ${momentInTable(receivedAt)}`}
          extra={formModeLabels[mode]}
        >
          <Typography.Paragraph>填报人：{authorName}</Typography.Paragraph>
          {onPaper && <Typography.Paragraph>签了纸质表，已存照片</Typography.Paragraph>}
          {reasons.map(({ about, reason }) => (
            <Typography.Paragraph key={about} type="secondary">
              {about}：{reason}
            </Typography.Paragraph>
          ))}
          {changes.length === 0 ? (
            <Typography.Text type="secondary">{version === 1 ? '首次填报' : '内容没有变化'}</Typography.Text>
          ) : (
            <Table size="small" rowKey="field" columns={columns} dataSource={changes} pagination={false} />
          )}
        </Card>
      ))}
    </Flex>
  );
}
