import { Tag } from 'antd';
import { collectStates } from '@/domain/campaign/record-states';

const colors: Readonly<Record<string, string>> = {
  due: 'default',
  collected: 'blue',
  returned: 'red',
  confirmed: 'geekblue',
  accepted: 'green',
  closed: 'gold',
};

/** Where a record stands. */
export const StateTag = ({ state }: { state: string }) => (
  <Tag color={colors[state] ?? 'default'}>
    {new Map<string, string>(Object.entries(collectStates)).get(state) ?? state}
  </Tag>
);
