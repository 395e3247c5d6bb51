import { Button, Flex, Progress, Space, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useEffect } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { cancelJob, listJobs, resumeJob } from '@/domain/operations/office/jobs';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { Trouble } from '../parts/Trouble';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { countInWords } from '../parts/words';
import { useDesk } from '../post/use-post';

type Row = RowOf<typeof listJobs>;

const states: Readonly<Record<Row['state'], { label: string; color: string }>> = {
  waiting: { label: '等待', color: 'default' },
  running: { label: '进行中', color: 'blue' },
  done: { label: '已完成', color: 'green' },
  failed: { label: '失败', color: 'red' },
  cancelling: { label: '正在停止', color: 'gold' },
  cancelled: { label: '已停止', color: 'default' },
};

/** Long work that goes on whether or not anybody looks. */
export default function Jobs() {
  const { home } = useDesk();
  const pages = useKeyedPages(listJobs, { divisionCode: home });
  const cancel = useCommand(cancelJob);
  const resume = useCommand(resumeJob);
  const moving = pages.rows.some(({ state }) => state === 'running' || state === 'waiting' || state === 'cancelling');
  const { reload } = pages;
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => void reload(), 3000);
    return () => clearInterval(timer);
  }, [moving, reload]);
  const act = async (command: typeof cancel | typeof resume, jobId: string) => {
    if (await command.run({ jobId })) void reload();
  };
  return (
    <Flex vertical gap={12}>
      <Trouble problem={cancel.problem ?? resume.problem} />
      <KeyedTable
        pages={pages}
        rowKey="jobId"
        columns={columns(
          (jobId) => void act(cancel, jobId),
          (jobId) => void act(resume, jobId)
        )}
        empty="没有后台任务。导入名册、查找重复、导出数据等会出现在这里。"
      />
    </Flex>
  );
}

const columns = (onCancel: (jobId: string) => void, onResume: (jobId: string) => void): ColumnsType<Row> => [
  { title: '任务', dataIndex: 'title' },
  {
    title: '状态',
    dataIndex: 'state',
    render: (state: Row['state'], { problem }) => (
      <>
        <Tag color={states[state].color}>{states[state].label}</Tag> {problem}
      </>
    ),
  },
  {
    title: '进度',
    key: 'progress',
    width: 240,
    render: (_, { done, total }) =>
      total === null ? (
        `${countInWords(done)} 项`
      ) : (
        <Progress
          size="small"
          percent={total === 0 ? 100 : Math.floor((done / total) * 100)}
          format={() => `${countInWords(done)} / ${countInWords(total)}`}
        />
      ),
  },
  { title: '发起', dataIndex: 'createdBy' },
  { title: '开始', dataIndex: 'createdAt', render: momentInTable },
  { title: '最近更新', dataIndex: 'updatedAt', render: momentInTable },
  {
    title: '操作',
    key: 'acts',
    render: (_, { jobId, state }) => (
      <Space size={0}>
        {(state === 'running' || state === 'waiting') && (
          <Button type="link" size="small" danger onClick={() => onCancel(jobId)}>
            停止
          </Button>
        )}
        {(state === 'failed' || state === 'cancelled') && (
          <Button type="link" size="small" onClick={() => onResume(jobId)}>
            继续
          </Button>
        )}
      </Space>
    ),
  },
];
