import type { listAccounts } from '@/domain/operations/account/accounts';
import type { RowOf } from '../parts/use-keyed-pages';

export type AccountRow = RowOf<typeof listAccounts>;

export const stateLabels: Readonly<Record<AccountRow['state'], string>> = {
  invited: '已邀请',
  active: '在用',
  suspended: '已停用',
  ended: '已结束',
};

export const stateColors: Readonly<Record<AccountRow['state'], string>> = {
  invited: 'gold',
  active: 'green',
  suspended: 'red',
  ended: 'default',
};
