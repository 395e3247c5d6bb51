import { Tag, Tooltip } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { roles } from '@/domain/access';
import { momentInTable } from '../parts/moment';
import { AccountActs } from './AccountActs';
import { type AccountRow, stateColors, stateLabels } from './states';

export const accountColumns = (onChanged: () => void): ColumnsType<AccountRow> => [
  { title: '姓名', dataIndex: 'name', fixed: 'left' },
  { title: '电话', dataIndex: 'phoneMasked' },
  { title: '岗位', dataIndex: 'role', render: (role: AccountRow['role']) => roles[role] },
  { title: '职务', dataIndex: 'title' },
  { title: '单位', dataIndex: 'organisation', ellipsis: true, width: 180 },
  {
    title: '负责范围',
    dataIndex: 'scopes',
    width: 170,
    render: (scopes: AccountRow['scopes']) => <Scopes scopes={scopes} />,
  },
  { title: '任期', key: 'term', render: (_, { startsOn, endsOn }) => `${startsOn} 至 ${endsOn ?? '长期'}` },
  { title: '保密承诺', dataIndex: 'undertakingAt', render: (at: string | null) => (at ? momentInTable(at) : '未签') },
  {
    title: '状态',
    dataIndex: 'state',
    render: (state: AccountRow['state'], { stateReason, invitationExpiresAt }) => (
      <Tooltip title={stateReason || (invitationExpiresAt && `邀请码 ${momentInTable(invitationExpiresAt)} 到期`)}>
        <Tag color={stateColors[state]}>{stateLabels[state]}</Tag>
      </Tooltip>
    ),
  },
  { title: '操作', key: 'acts', fixed: 'right', render: (_, row) => <AccountActs row={row} onChanged={onChanged} /> },
];

/** Many villages would stretch the row: the first few, the rest when pointed at. */
const Scopes = ({ scopes }: { scopes: AccountRow['scopes'] }) => {
  const names = scopes.map(({ name }) => name);
  if (names.length <= 2) return <>{names.join('、') || '按分工'}</>;
  return (
    <Tooltip title={names.join('、')}>
      {names.slice(0, 2).join('、')} 等 {names.length} 处
    </Tooltip>
  );
};
