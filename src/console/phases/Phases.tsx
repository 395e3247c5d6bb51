import { Alert, Button, Table, Tag, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useQuery } from '@/client/use-query';
import { workOf } from '@/domain/campaign/phases';
import type { OutputOf } from '@/domain/operations/operation';
import { phases } from '@/domain/operations/phases';

type Phase = OutputOf<typeof phases>['items'][number];

const columns: ColumnsType<Phase> = [
  { title: '阶段', dataIndex: 'title', width: 140 },
  { title: '开始', dataIndex: 'startsOn', width: 140 },
  { title: '结束', dataIndex: 'endsOn', width: 140, render: (day: string | null) => day ?? '长期' },
  { title: '可以做的事', dataIndex: 'phase', render: (phase: string) => workOf(phase).join('、') },
  { title: '', dataIndex: 'current', width: 100, render: (now: boolean) => now && <Tag color="blue">正在进行</Tag> },
];

/** The four phases of the plan, and how many days are left to collect. */
export default function Phases() {
  const { value, problem, loading, reload } = useQuery(phases, {});
  if (problem && !value)
    return (
      <Alert type="error" showIcon message={problem.message} action={<Button onClick={reload}>再试一次</Button>} />
    );
  return (
    <>
      <Typography.Paragraph>{value && remaining(value)}</Typography.Paragraph>
      <Table rowKey="phase" columns={columns} dataSource={value?.items} loading={loading} pagination={false} />
    </>
  );
}

function remaining({ today, deadline, daysLeft }: OutputOf<typeof phases>): string {
  if (deadline === null || daysLeft === null) return `今天是 ${today}。`;
  const left = daysLeft >= 0 ? `还有 ${daysLeft} 天` : `已经过了 ${-daysLeft} 天`;
  return `今天是 ${today}，采集截止 ${deadline}，${left}。`;
}
