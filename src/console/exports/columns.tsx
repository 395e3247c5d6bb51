import { Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { myExports } from '@/domain/operations/office/exports';
import { momentInTable } from '../parts/moment';
import type { RowOf } from '../parts/use-keyed-pages';
import { countInWords } from '../parts/words';
import { ExportActs } from './ExportActs';

export type ExportRow = RowOf<typeof myExports>;

const colors: Readonly<Record<ExportRow['state'], string>> = {
  asked: 'gold',
  refused: 'red',
  cancelled: 'default',
  making: 'blue',
  ready: 'green',
  failed: 'red',
  expired: 'default',
};

export const exportColumns = (side: 'mine' | 'approve', onChanged: () => void): ColumnsType<ExportRow> => [
  { title: '用途', dataIndex: 'purposeTitle' },
  {
    title: '表',
    dataIndex: 'formId',
    render: (form: ExportRow['formId']) => (form === 'personal' ? '个人表' : '单位表'),
  },
  { title: '地区', dataIndex: 'divisionName' },
  { title: '原因', dataIndex: 'reason', className: 'yt-wrap' },
  {
    title: '申请',
    key: 'asked',
    render: (_, { askedBy, askedAt }) => `${askedBy.name}（${askedBy.title}）${momentInTable(askedAt)}`,
  },
  {
    title: '状态',
    dataIndex: 'state',
    render: (state: ExportRow['state'], { stateLabel, answer, decidedBy, problem }) => (
      <>
        <Tag color={colors[state]}>{stateLabel}</Tag>
        {[decidedBy, answer, problem].filter(Boolean).join('：')}
      </>
    ),
  },
  { title: '行数', dataIndex: 'rows', align: 'right', render: countInWords },
  {
    title: '可下载',
    key: 'taking',
    render: (_, { state, taken, mayTake, expiresAt }) =>
      state === 'ready' ? `${taken} / ${mayTake} 次，${momentInTable(expiresAt)} 前` : '',
  },
  { title: '操作', key: 'acts', render: (_, row) => <ExportActs row={row} side={side} onChanged={onChanged} /> },
];
