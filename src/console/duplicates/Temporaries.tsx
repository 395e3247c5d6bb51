import { Button, Flex } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { temporaryIdentities } from '@/domain/operations/people/register-identity';
import { KeyedTable } from '../parts/KeyedTable';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { sexLabel } from '../parts/words';
import { GiveNumber } from './GiveNumber';

export type Temporary = RowOf<typeof temporaryIdentities>;

interface TemporariesProps {
  place: string;
  onLook: (personId: string) => void;
}

/** People without a usable number, until one is given to them. */
export function Temporaries({ place, onLook }: TemporariesProps) {
  const pages = useKeyedPages(temporaryIdentities, { divisionCode: place });
  const [giving, setGiving] = useState<Temporary>();
  const done = () => {
    setGiving(undefined);
    void pages.reload();
  };
  return (
    <Flex vertical>
      <KeyedTable
        pages={pages}
        rowKey="personId"
        columns={columns(setGiving, onLook)}
        empty="这里没有临时身份的人：都有身份证号了。"
      />
      {giving && <GiveNumber person={giving} onClose={() => setGiving(undefined)} onDone={done} />}
    </Flex>
  );
}

const columns = (onGive: (row: Temporary) => void, onLook: (personId: string) => void): ColumnsType<Temporary> => [
  {
    title: '姓名',
    dataIndex: 'name',
    render: (name: string, { personId }) => (
      <button type="button" className="yt-plain yt-plain--link" onClick={() => onLook(personId)}>
        {name}
      </button>
    ),
  },
  { title: '性别', dataIndex: 'sex', render: sexLabel },
  { title: '出生日期', dataIndex: 'birthDate' },
  { title: '村（居）', dataIndex: 'villageName' },
  { title: '户主', dataIndex: 'headName' },
  { title: '没有号码的原因', dataIndex: 'why' },
  { title: '名册里的旧号码（18 位写法）', dataIndex: 'upgradedMasked' },
  {
    title: '操作',
    key: 'give',
    render: (_, row) => (
      <Button type="link" size="small" className={`at--give-number-${row.personId}`} onClick={() => onGive(row)}>
        补录身份证号
      </Button>
    ),
  },
];
