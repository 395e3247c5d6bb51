import { Flex, Table, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useQuery } from '@/client/calls/use-query';
import type { OutputOf } from '@/domain/operations/operation';
import { rungEffects } from '@/domain/operations/publicity/reminder';
import { Trouble } from '../parts/Trouble';
import { countInWords, partOf } from '../parts/words';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';

type Row = OutputOf<typeof rungEffects>['items'][number];

const columns: ColumnsType<Row> = [
  { title: '提醒方式', dataIndex: 'label' },
  { title: '发出（次）', dataIndex: 'sent', align: 'right', render: countInWords },
  {
    title: '送达（次）',
    key: 'delivered',
    align: 'right',
    render: (_, { delivered, sent }) => partOf(delivered, sent),
  },
  { title: '已读（次）', key: 'read', align: 'right', render: (_, { read, sent }) => partOf(read, sent) },
  {
    title: '七天内完成填报（次）',
    key: 'collected',
    align: 'right',
    render: (_, { collected, sent }) => partOf(collected, sent),
  },
];

/** Which rung of the ladder leads to answers, so that the next one is tried where the last does nothing. */
export default function Reminders() {
  const { home } = useDesk();
  const [{ place = home }, go] = useAddress();
  const { value, problem, loading, reload } = useQuery(rungEffects, { divisionCode: place });
  return (
    <Flex vertical gap={12}>
      <Flex justify="space-between" align="center">
        <Typography.Text type="secondary">
          提醒由村（居）委会在手机上发出：先微信，再电话，再上门；表示不愿填报的人不再提醒。
        </Typography.Text>
        <PlaceSelect value={place} onChange={(code) => go({ place: code })} />
      </Flex>
      <Trouble problem={problem} onRetry={() => void reload()} />
      <Table<Row>
        size="small"
        rowKey="rung"
        columns={columns}
        dataSource={value?.items}
        loading={loading}
        pagination={false}
        locale={{ emptyText: '这里还没有发过提醒。' }}
      />
    </Flex>
  );
}
