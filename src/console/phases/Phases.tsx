import { Button, Flex, Table, Tag, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { workOf } from '@/domain/campaign/phases';
import { phases } from '@/domain/operations/office/phases';
import type { OutputOf } from '@/domain/operations/operation';
import { Trouble } from '../parts/Trouble';
import { useDesk } from '../post/use-post';
import { Callbacks } from './Callbacks';
import { PhaseDates } from './PhaseDates';
import { SelfWindow } from './SelfWindow';

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
  const { may } = useDesk();
  const { value, problem, loading, reload } = useQuery(phases, {});
  const [changing, setChanging] = useState(false);
  if (problem && !value) return <Trouble problem={problem} onRetry={() => void reload()} />;
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" justify="space-between">
        <Typography.Text>{value && remaining(value)}</Typography.Text>
        {value && may('campaign.manage') && (
          <Button className="at--change-phases" onClick={() => setChanging(true)}>
            调整日期
          </Button>
        )}
      </Flex>
      <Table
        rowKey="phase"
        size="small"
        columns={columns}
        dataSource={value?.items}
        loading={loading}
        pagination={false}
      />
      {value && <SelfWindow until={value.selfUntil} today={value.today} onDone={reload} />}
      {may('campaign.manage') && <Callbacks />}
      {value && changing && (
        <PhaseDates phases={value.items} onClose={() => setChanging(false)} onDone={() => void reload()} />
      )}
    </Flex>
  );
}

function remaining({ today, deadline, daysLeft }: OutputOf<typeof phases>): string {
  if (deadline === null || daysLeft === null) return `今天是 ${today}。`;
  const left = daysLeft >= 0 ? `还有 ${daysLeft} 天` : `已经过了 ${-daysLeft} 天`;
  return `今天是 ${today}，采集截止 ${deadline}，${left}。`;
}
