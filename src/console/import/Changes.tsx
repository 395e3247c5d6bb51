import { Flex, Segmented } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { importChanges } from '@/domain/operations/people/register-import';
import { type EditionChange, editionChanges } from '@/domain/register/outcomes';
import { KeyedTable } from '../parts/KeyedTable';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';

const columns: ColumnsType<RowOf<typeof importChanges>> = [
  { title: '姓名', dataIndex: 'name' },
  { title: '证件号码', dataIndex: 'idMasked' },
  { title: '出生日期', dataIndex: 'birthDate' },
  { title: '原村（居）', dataIndex: 'fromVillage' },
  { title: '新村（居）', dataIndex: 'toVillage' },
  { title: '依据', dataIndex: 'why' },
];

/** Who came, left, moved, or may have died between two editions. */
export function Changes({ runId }: { runId: string }) {
  const [change, setChange] = useState<EditionChange>('left');
  const pages = useKeyedPages(importChanges, { runId, change });
  return (
    <Flex vertical gap={8} align="stretch">
      <Segmented<EditionChange>
        style={{ alignSelf: 'flex-start' }}
        value={change}
        onChange={setChange}
        options={Object.entries(editionChanges).map(([value, label]) => ({ value: value as EditionChange, label }))}
      />
      <KeyedTable pages={pages} rowKey="personId" columns={columns} empty="没有这样的人。" />
    </Flex>
  );
}
