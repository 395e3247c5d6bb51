import { Button, Checkbox, Flex, Space, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { listNotices, noticeKinds } from '@/domain/operations/publicity/notice';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';
import { Counts } from './Counts';
import { NoticeActs } from './NoticeActs';
import { Publish } from './Publish';

type Row = RowOf<typeof listNotices>;

/** What is put up in the post's places, who read it, and putting up something new. */
export default function Notices() {
  const { may } = useDesk();
  const [{ withdrawn, notice }, go] = useAddress();
  const pages = useKeyedPages(listNotices, { withdrawn: withdrawn === '1' });
  const [writing, setWriting] = useState(false);
  const counts = (noticeId: string | undefined) => go({ notice: noticeId });
  return (
    <Flex vertical gap={12}>
      <Flex justify="space-between" align="center">
        <Checkbox
          checked={withdrawn === '1'}
          onChange={({ target }) => go({ withdrawn: target.checked ? '1' : undefined })}
        >
          也列出已撤回的
        </Checkbox>
        {may('notice.publish') && (
          <Button type="primary" className="at--write" onClick={() => setWriting(true)}>
            发布公告
          </Button>
        )}
      </Flex>
      <KeyedTable
        pages={pages}
        rowKey="noticeId"
        columns={columns(counts, () => void pages.reload())}
        empty="还没有公告。点“发布公告”，可以从致居民的一封信开始。"
      />
      {writing && <Publish onClose={() => setWriting(false)} onPublished={() => void pages.reload()} />}
      {notice !== undefined && <Counts noticeId={notice} onClose={() => counts(undefined)} />}
    </Flex>
  );
}

const levels: Readonly<Record<Row['level'], string>> = { county: '全县', town: '镇（街道）', village: '村（居）' };

const columns = (onCounts: (noticeId: string) => void, onChanged: () => void): ColumnsType<Row> => [
  {
    title: '标题',
    dataIndex: 'title',
    render: (title: string, { withdrawn }) => (
      <>
        {title} {withdrawn && <Tag color="red">已撤回：{withdrawn.reason}</Tag>}
      </>
    ),
  },
  { title: '类别', dataIndex: 'kind', render: (kind: Row['kind']) => noticeKinds[kind] },
  { title: '范围', dataIndex: 'divisionName', render: (name: string, { level }) => `${name}（${levels[level]}）` },
  { title: '发布单位', dataIndex: 'issuer' },
  { title: '发布时间', dataIndex: 'publishedAt', render: momentInTable },
  { title: '有效期至', dataIndex: 'expiresOn', render: (day: string | null) => day ?? '长期' },
  {
    title: '操作',
    key: 'acts',
    render: (_, row) => (
      <Space size={4}>
        <Button type="link" size="small" onClick={() => onCounts(row.noticeId)}>
          阅读情况
        </Button>
        <NoticeActs notice={row} onChanged={onChanged} />
      </Space>
    ),
  },
];
