import type { importRuns } from '@/domain/operations/people/register-import';
import type { RowOf } from '../parts/use-keyed-pages';

export type RunRow = RowOf<typeof importRuns>;

export const runStates: Readonly<Record<RunRow['state'], { label: string; color: string }>> = {
  waiting: { label: '等待开始', color: 'default' },
  running: { label: '正在导入', color: 'blue' },
  cancelling: { label: '正在停止', color: 'gold' },
  asking: { label: '等待确认', color: 'gold' },
  paused: { label: '暂停', color: 'gold' },
  done: { label: '已完成', color: 'green' },
  cancelled: { label: '已停止', color: 'default' },
  failed: { label: '没有读完', color: 'red' },
};

export const runKinds: Readonly<Record<RunRow['kind'], string>> = { first: '只增加和更新', edition: '新一版名册' };

/** Worth asking again in a moment. */
export const isMoving = ({ state }: Pick<RunRow, 'state'>): boolean =>
  state === 'waiting' || state === 'running' || state === 'cancelling';

/** 0–100; null while nobody knows how many rows there are. */
export const percentDone = ({ state, read, total }: Pick<RunRow, 'state' | 'read' | 'total'>): number | null => {
  if (state === 'done') return 100;
  if (total === null || total === 0) return null;
  return Math.min(99, Math.floor((read / total) * 100));
};
