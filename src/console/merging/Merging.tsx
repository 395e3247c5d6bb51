import { Button, Checkbox, Flex, Table, Tag, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { mergeTable } from '@/domain/operations/people/merge-table';
import { Trouble } from '../parts/Trouble';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';
import { MergeDialog } from './MergeDialog';
import type { MergeRow } from './row';

const bases = { code: '代码没有变', name: '同镇同名', county: '已填写' } as const;

const columns = (onFill: ((row: MergeRow) => void) | undefined): ColumnsType<MergeRow> => [
  { title: '镇（街道）', dataIndex: 'townName', width: 120 },
  { title: '原村（居）', dataIndex: ['from', 'name'], width: 150 },
  {
    title: '现村（居）',
    render: (_, { to }) =>
      to.length > 0 ? to.map(({ code, name }) => <Tag key={code}>{name}</Tag>) : <Tag color="warning">还没有填</Tag>,
  },
  { title: '依据', width: 120, render: (_, { basis }) => (basis === null ? '' : bases[basis]) },
  { title: '等待归属', dataIndex: 'waiting', width: 110, align: 'right', sorter: (a, b) => a.waiting - b.waiting },
  { title: '填写人', dataIndex: 'decidedBy', width: 110 },
  ...(onFill
    ? [
        {
          title: '',
          width: 80,
          render: (_: unknown, row: MergeRow) => (
            <Button type="link" size="small" className="at--fill" onClick={() => onFill(row)}>
              {row.basis === null ? '填写' : '更改'}
            </Button>
          ),
        },
      ]
    : []),
];

/** Which of the 91 villages each of the 242 before the merger went to; people of an open one wait for theirs. */
export default function Merging() {
  const { home, may } = useDesk();
  const [{ place = home, only = 'open' }, go] = useAddress();
  const { value, problem, loading, reload } = useQuery(mergeTable, { divisionCode: place, open: only === 'open' });
  const [chosen, setChosen] = useState<MergeRow>();
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <PlaceSelect value={place} digits={9} onChange={(code) => go({ place: code })} />
        <Checkbox checked={only === 'open'} onChange={(event) => go({ only: event.target.checked ? 'open' : 'all' })}>
          只看没有填的
        </Checkbox>
        {value && (
          <Typography.Text type="secondary">
            {value.said + value.unsaid} 个原村，已对上 {value.said} 个，还有 {value.unsaid} 个没有填
          </Typography.Text>
        )}
      </Flex>
      <Trouble problem={problem} onRetry={() => void reload()} />
      <Table
        rowKey={({ from }) => from.code}
        size="small"
        columns={columns(may('register.correct') ? setChosen : undefined)}
        dataSource={value?.rows}
        loading={loading}
        pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
        locale={{ emptyText: value && (only === 'open' ? '这里的原村都已对上' : '这里没有原村') }}
      />
      <Typography.Text type="secondary">
        2018年并村后，原村的代码停用。填写原村并入了哪个村，名册和申报里写原村的人就会自动归属；原村被拆分的可以选几个村，由村委会逐人认领。
      </Typography.Text>
      {chosen && <MergeDialog row={chosen} onClose={() => setChosen(undefined)} onDone={() => void reload()} />}
    </Flex>
  );
}
