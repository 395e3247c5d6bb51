import { Alert, Card, Descriptions, Flex, Progress, Skeleton, Tag } from 'antd';
import { useEffect } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { importProgress } from '@/domain/operations/people/register-import';
import { momentInTable } from '../parts/moment';
import { Trouble } from '../parts/Trouble';
import { countInWords } from '../parts/words';
import { linkTo } from '../shell/address';
import { Leaving } from './Leaving';
import { Result } from './Result';
import { isMoving, percentDone, runKinds, runStates } from './run-words';
import { Steer } from './Steer';

/** One import: how far it is; when it stands still, what became of every row. */
export function Run({ runId }: { runId: string }) {
  const { value, problem, reload } = useQuery(importProgress, { runId });
  const moving = value !== undefined && isMoving(value);
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => void reload(), 1500);
    return () => clearInterval(timer);
  }, [moving, reload]);
  if (value === undefined)
    return problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Skeleton active />;
  const percent = percentDone(value);
  const state = runStates[value.state];
  return (
    <Flex vertical gap={12}>
      <Flex justify="space-between" align="center">
        <a href={linkTo({ at: 'import' })}>返回历次导入</a>
        <Steer run={value} onChanged={() => void reload()} />
      </Flex>
      <Trouble problem={problem} onRetry={() => void reload()} />
      {value.problem !== '' && <Alert type="warning" showIcon message={value.problem} />}
      <Card size="small">
        <Descriptions
          size="small"
          column={3}
          items={[
            { key: 'file', label: '文件', children: value.fileName },
            { key: 'state', label: '状态', children: <Tag color={state.color}>{state.label}</Tag> },
            { key: 'step', label: '正在做', children: value.step },
            { key: 'kind', label: '方式', children: `${runKinds[value.kind]}，${value.editionDate}` },
            { key: 'by', label: '经办', children: value.startedBy },
            {
              key: 'time',
              label: '时间',
              children: [momentInTable(value.startedAt), momentInTable(value.finishedAt)].filter(Boolean).join(' 至 '),
            },
          ]}
        />
        {moving && (
          <Progress
            percent={percent ?? 0}
            status="active"
            format={() => (percent === null ? '正在读' : `${percent}%`)}
          />
        )}
        <p className="yt-sum at--import-sum">
          读入 {countInWords(value.read)} 行 = 新增 {countInWords(value.counts.added)} + 更新{' '}
          {countInWords(value.counts.updated)} + 没有变化 {countInWords(value.counts.unchanged)} + 存疑{' '}
          {countInWords(value.counts.doubtful)} + 未收 {countInWords(value.counts.refused)}
          {value.blank > 0 && `；另有 ${countInWords(value.blank)} 个空行`}
        </p>
      </Card>
      {value.state === 'asking' && <Leaving run={value} onChanged={() => void reload()} />}
      {!moving && <Result runId={runId} kind={value.kind} />}
    </Flex>
  );
}
