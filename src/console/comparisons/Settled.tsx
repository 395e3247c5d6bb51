import { Alert } from 'antd';
import type { Compared } from '@/client/choosing';
import { momentInTable } from '../parts/moment';

/** Who chose, when and why. */
export function Settled({ settled }: Pick<Compared, 'settled'>) {
  if (settled === null) return null;
  const { by, at, reason, version } = settled;
  return (
    <Alert
      type="success"
      showIcon
      message={`${by} 在 ${momentInTable(at)} 选定${version === 0 ? '，现有的保持不变' : `，记为第 ${version} 版`}。`}
      description={`原因：${reason}`}
    />
  );
}
