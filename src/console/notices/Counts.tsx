import { Drawer, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { noticeCounts } from '@/domain/operations/publicity/notice';
import { KeyedTable } from '../parts/KeyedTable';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { countInWords, partOf } from '../parts/words';

type Row = RowOf<typeof noticeCounts>;

const columns: ColumnsType<Row> = [
  { title: '村（居）', dataIndex: 'villageName' },
  { title: '已读（个账号）', dataIndex: 'reads', align: 'right', render: countInWords },
  { title: '微信已绑定（个账号）', dataIndex: 'accounts', align: 'right', render: countInWords },
  { title: '已读比例', key: 'share', align: 'right', render: (_, { reads, accounts }) => partOf(reads, accounts) },
  { title: '应采集（人）', dataIndex: 'people', align: 'right', render: countInWords },
];

/** Reads by village, against those who could read it on their phone at all. */
export function Counts({ noticeId, onClose }: { noticeId: string; onClose: () => void }) {
  const pages = useKeyedPages(noticeCounts, { noticeId });
  const { page } = pages;
  return (
    <Drawer open width={720} title="公告阅读情况" onClose={onClose}>
      {page && (
        <Typography.Paragraph>
          共 {countInWords(page.reads)} 个账号读过；范围内微信已绑定 {countInWords(page.accounts)} 个账号，应采集{' '}
          {countInWords(page.people)} 人。没有微信的人靠张贴、广播和村干部上门告知。
        </Typography.Paragraph>
      )}
      <KeyedTable pages={pages} rowKey="villageCode" columns={columns} empty="范围内还没有村（居）。" />
    </Drawer>
  );
}
