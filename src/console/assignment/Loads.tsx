import { Card, Flex } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { enumerators } from '@/domain/operations/office/assignment';
import { Chart } from '../chart/Chart';
import { KeyedTable } from '../parts/KeyedTable';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { countInWords } from '../parts/words';
import { loadInWords, loadOption } from './load-option';

const columns: ColumnsType<RowOf<typeof enumerators>> = [
  { title: '采集员', dataIndex: 'name' },
  { title: '单位', dataIndex: 'organisation' },
  { title: '会说', dataIndex: 'languages', render: (languages: string[]) => languages.join('、') },
  { title: '岗位到期', dataIndex: 'endsOn', render: (day: string | null) => day ?? '长期' },
  { title: '任务（处）', dataIndex: 'leases', align: 'right' },
  { title: '还没完成（人）', dataIndex: 'load', align: 'right', render: countInWords },
];

/** Who carries how much now. */
export function Loads({ place }: { place: string }) {
  const pages = useKeyedPages(enumerators, { divisionCode: place, limit: 100 });
  const loads = pages.rows.map(({ name, load }) => ({ name, before: load }));
  return (
    <Flex vertical gap={12}>
      {loads.length > 0 && (
        <Card size="small" title="还没完成的人数">
          <Chart option={loadOption(loads)} height={240} label={loadInWords(loads)} />
        </Card>
      )}
      <KeyedTable
        pages={pages}
        rowKey="postId"
        columns={columns}
        empty="这里还没有可以分派的采集员。请先在“账号”里邀请。"
      />
    </Flex>
  );
}
