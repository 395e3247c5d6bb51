import { Button, Flex, Tag, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { importRuns } from '@/domain/operations/people/register-import';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { useKeyedPages } from '../parts/use-keyed-pages';
import { countInWords } from '../parts/words';
import { linkTo } from '../shell/address';
import { type RunRow, runKinds, runStates } from './run-words';

export function Runs({ onOpen }: { onOpen: (runId: string) => void }) {
  const pages = useKeyedPages(importRuns, {});
  return (
    <Flex vertical gap={12}>
      <Flex justify="space-between" align="center">
        <Typography.Text type="secondary">
          户籍名册是应采集人数的依据。同一份文件导入两次不会改变什么；导入可以离开页面，稍后回来看。
        </Typography.Text>
        <Button type="primary" className="at--new-import" onClick={() => onOpen('new')}>
          导入名册
        </Button>
      </Flex>
      <KeyedTable
        pages={pages}
        rowKey="runId"
        columns={columns}
        empty="还没有导入过名册。点“导入名册”上传 CSV 或 Excel 文件。"
      />
    </Flex>
  );
}

const figure = (title: string, key: keyof RunRow['counts']) => ({
  title,
  dataIndex: ['counts', key],
  align: 'right' as const,
  render: countInWords,
});

const columns: ColumnsType<RunRow> = [
  {
    title: '文件',
    dataIndex: 'fileName',
    render: (name: string, { runId }) => <a href={linkTo({ at: 'import', run: runId })}>{name}</a>,
  },
  { title: '方式', dataIndex: 'kind', render: (kind: RunRow['kind']) => runKinds[kind] },
  { title: '名册日期', dataIndex: 'editionDate' },
  {
    title: '状态',
    dataIndex: 'state',
    render: (state: RunRow['state']) => <Tag color={runStates[state].color}>{runStates[state].label}</Tag>,
  },
  { title: '读入（行）', dataIndex: 'read', align: 'right', render: countInWords },
  figure('新增', 'added'),
  figure('更新', 'updated'),
  figure('没有变化', 'unchanged'),
  figure('存疑', 'doubtful'),
  figure('未收', 'refused'),
  { title: '经办', dataIndex: 'startedBy' },
  { title: '开始', dataIndex: 'startedAt', render: momentInTable },
];
