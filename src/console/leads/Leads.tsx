import { Button, DatePicker, Flex, Table, Tag, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import dayjs from 'dayjs';
import { useQuery } from '@/client/use-query';
import type { OutputOf } from '@/domain/operations/operation';
import { dailyLeads } from '@/domain/operations/quality';
import { leadKinds } from '@/domain/quality/daily';
import { Trouble } from '../parts/Trouble';
import { countInWords } from '../parts/words';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { linkTo, useAddress } from '../shell/address';

type Lead = OutputOf<typeof dailyLeads>['leads'][number];

/** Things of one day that a human should look at; leads, never verdicts. */
export default function Leads() {
  const { home, may } = useDesk();
  const [{ place = home, day }, go] = useAddress();
  const { value, problem, loading, reload } = useQuery(dailyLeads, { divisionCode: place, ...(day ? { day } : {}) });
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center">
        <PlaceSelect value={place} onChange={(code) => go({ place: code })} />
        <DatePicker
          allowClear={false}
          value={value && dayjs(value.day)}
          onChange={(chosen) => go({ day: chosen?.format('YYYY-MM-DD') })}
        />
        <Typography.Text type="secondary">
          {value && `${value.day} 收到 ${countInWords(value.records)} 条，线索 ${value.leads.length} 条。`}
          线索只提示该看一看，不是结论。
        </Typography.Text>
      </Flex>
      <Trouble problem={problem} onRetry={() => void reload()} />
      <Table<Lead>
        size="small"
        rowKey="leadId"
        columns={columns(may('record.review'))}
        dataSource={value?.leads}
        loading={loading}
        pagination={false}
        locale={{ emptyText: '这一天没有线索。可以换一天看看。' }}
      />
    </Flex>
  );
}

const columns = (reviews: boolean): ColumnsType<Lead> => [
  {
    title: '线索',
    dataIndex: 'kind',
    width: 120,
    render: (kind: Lead['kind']) => <Tag color="gold">{leadKinds[kind]}</Tag>,
  },
  { title: '看到了什么', dataIndex: 'sentence' },
  { title: '采集员', dataIndex: 'enumerator', width: 100 },
  { title: '村（居）', dataIndex: 'villageName', width: 160 },
  ...(reviews
    ? [
        {
          title: '记录',
          key: 'records',
          width: 120,
          render: (_: unknown, { recordIds, villageCode }: Lead) => (
            <Button type="link" size="small" href={linkTo({ at: 'review', place: villageCode })}>
              {recordIds.length} 条，去审核
            </Button>
          ),
        },
      ]
    : []),
];
