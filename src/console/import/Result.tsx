import { Card, Flex, Skeleton, Table, Tabs, Tag } from 'antd';
import { useQuery } from '@/client/calls/use-query';
import { importResult } from '@/domain/operations/people/register-import';
import { rowOutcomes } from '@/domain/register/outcomes';
import { Trouble } from '../parts/Trouble';
import { countInWords } from '../parts/words';
import { Changes } from './Changes';
import { Rows } from './Rows';

interface ResultProps {
  runId: string;
  kind: 'first' | 'edition';
}

/** Every row accounted for: why rows are doubtful or were refused, and the rows themselves. */
export function Result({ runId, kind }: ResultProps) {
  const { value, problem, reload } = useQuery(importResult, { runId });
  if (value === undefined)
    return problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Skeleton active />;
  const { reasons, changes, households, unplaced } = value;
  return (
    <Flex vertical gap={12}>
      <Card size="small" title="结果">
        <p className="yt-sum">
          新增 {countInWords(households.added)} 户，其中 {countInWords(households.withoutHead)} 户没有户主；待归属{' '}
          {countInWords(unplaced)} 人。
          {kind === 'edition' &&
            `与上一版相比：新进 ${changes.came} 人，不在新名册 ${changes.left} 人，换村（居） ${changes.moved} 人，可能死亡 ${changes.died} 人。`}
        </p>
        <Table
          size="small"
          rowKey="reason"
          pagination={false}
          dataSource={reasons}
          locale={{ emptyText: '没有存疑和未收的行。' }}
          columns={[
            {
              title: '结果',
              dataIndex: 'outcome',
              width: 90,
              render: (outcome: keyof typeof rowOutcomes) => (
                <Tag color={outcome === 'refused' ? 'red' : 'gold'}>{rowOutcomes[outcome]}</Tag>
              ),
            },
            { title: '原因和办法', dataIndex: 'sentence' },
            { title: '已进名册', dataIndex: 'kept', width: 90, render: (kept: boolean) => (kept ? '是' : '否') },
            { title: '行', dataIndex: 'rows', width: 90, align: 'right', render: countInWords },
          ]}
        />
      </Card>
      <Card size="small">
        <Tabs
          items={[
            { key: 'rows', label: '存疑和未收的行', children: <Rows runId={runId} /> },
            ...(kind === 'edition' ? [{ key: 'changes', label: '两版差别', children: <Changes runId={runId} /> }] : []),
          ]}
        />
      </Card>
    </Flex>
  );
}
