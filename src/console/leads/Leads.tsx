import { Button, DatePicker, Flex, Segmented, Table, Tag, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { dailyLeads, leadOutcomes } from '@/domain/operations/office/quality';
import type { OutputOf } from '@/domain/operations/operation';
import { leadKinds } from '@/domain/quality/daily/types';
import { Trouble } from '../parts/Trouble';
import { countInWords } from '../parts/words';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';
import { LeadDrawer } from './LeadDrawer';

export type Lead = OutputOf<typeof dailyLeads>['leads'][number];

/** Things of one day that a human should look at; leads, never verdicts. */
export default function Leads() {
  const { home } = useDesk();
  const [{ place = home, day, show }, go] = useAddress();
  const { value, problem, loading, reload } = useQuery(dailyLeads, { divisionCode: place, ...(day ? { day } : {}) });
  const [openId, setOpenId] = useState<string>();
  const opened = value?.leads.find(({ leadId }) => leadId === openId);
  const all = value?.leads ?? [];
  const left = all.filter(({ notes }) => notes.length === 0);
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <PlaceSelect value={place} onChange={(code) => go({ place: code })} />
        <DatePicker
          allowClear={false}
          value={value && dayjs(value.day)}
          onChange={(chosen) => go({ day: chosen?.format('YYYY-MM-DD') })}
        />
        <Segmented
          value={show === 'left' ? 'left' : 'all'}
          options={[
            { value: 'all', label: `全部 ${all.length}` },
            { value: 'left', label: `还没有人看 ${left.length}` },
          ]}
          onChange={(next) => go({ show: next === 'left' ? 'left' : undefined })}
        />
        <Typography.Text type="secondary">
          {value && `${value.day} 收到 ${countInWords(value.records)} 条。`}
          线索只提示该看一看，不是结论。
        </Typography.Text>
      </Flex>
      <Trouble problem={problem} onRetry={() => void reload()} />
      <Table<Lead>
        size="small"
        rowKey="leadId"
        columns={columns(setOpenId)}
        dataSource={show === 'left' ? left : all}
        loading={loading}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{
          emptyText:
            show === 'left' && all.length > 0 ? '这一天的线索都有人看过了。' : '这一天没有线索。可以换一天看看。',
        }}
      />
      {value && opened && (
        <LeadDrawer lead={opened} place={place} day={value.day} onClose={() => setOpenId(undefined)} onNoted={reload} />
      )}
    </Flex>
  );
}

const columns = (onOpen: (leadId: string) => void): ColumnsType<Lead> => [
  {
    title: '线索',
    dataIndex: 'kind',
    width: 130,
    render: (kind: Lead['kind']) => <Tag color="gold">{leadKinds[kind]}</Tag>,
  },
  { title: '看到了什么', dataIndex: 'sentence' },
  { title: '采集员', dataIndex: 'enumerator', width: 100, render: (name: string) => name || '居民自报' },
  { title: '村（居）', dataIndex: 'villageName', width: 160 },
  { title: '记录', key: 'records', width: 70, align: 'right', render: (_, { recordIds }) => recordIds.length },
  {
    title: '处理',
    key: 'notes',
    width: 150,
    render: (_, { notes }) => (notes[0] ? leadOutcomes[notes[0].outcome] : '还没有人看'),
  },
  {
    title: '操作',
    key: 'acts',
    width: 90,
    render: (_, { leadId }) => (
      <Button type="link" size="small" className="at--look" onClick={() => onOpen(leadId)}>
        查看登记
      </Button>
    ),
  },
];
