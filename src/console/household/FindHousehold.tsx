import { Button, Flex, Input, Table, Tag, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { type PersonLine, villagePeople } from '@/domain/operations/people/register';
import { Trouble } from '../parts/Trouble';
import { relationLabel } from '../parts/words';

interface FindHouseholdProps {
  village: string;
  /** Not to be found: the household that looks. */
  except?: string;
  /** Marked in the list. */
  chosen?: string | undefined;
  onChoose: (householdId: string) => void;
}

/** A household of the village, by one of its people, its house number or the end of a number. */
export function FindHousehold({ village, except, chosen, onChoose }: FindHouseholdProps) {
  const [text, setText] = useState('');
  const { value, problem } = useQuery(
    villagePeople,
    text === '' ? undefined : { villageCode: village, text, limit: 20 }
  );
  const rows = (value?.items ?? []).filter(({ householdId }) => householdId !== null && householdId !== except);
  return (
    <Flex vertical gap={8} style={{ marginBottom: 12 }}>
      <Input.Search
        className="at--find-household"
        aria-label="找另一户"
        placeholder="这个村里任一家人的姓名、门牌号或身份证后四位"
        maxLength={50}
        onSearch={(typed) => setText(typed.trim())}
      />
      <Trouble problem={problem} />
      {text !== '' && value !== undefined && (
        <Table<PersonLine>
          size="small"
          rowKey="personId"
          pagination={false}
          scroll={{ y: 180 }}
          columns={columns(onChoose, chosen)}
          dataSource={rows}
          locale={{ emptyText: '这个村里没有找到。请换一个姓名，或核对门牌号。' }}
        />
      )}
      {value?.next && <Typography.Text type="secondary">只列出前 20 人，请写得更完整些。</Typography.Text>}
    </Flex>
  );
}

const columns = (onChoose: (householdId: string) => void, chosen: string | undefined): ColumnsType<PersonLine> => [
  { title: '姓名', dataIndex: 'name' },
  { title: '与户主关系', dataIndex: 'relation', render: relationLabel },
  { title: '证件号码', dataIndex: 'idMasked' },
  { title: '户号', dataIndex: 'householdNo' },
  { title: '门牌号', dataIndex: 'houseNo' },
  {
    title: '',
    key: 'choose',
    render: (_, { householdId }) =>
      householdId &&
      (householdId === chosen ? (
        <Tag color="blue">已选这一户</Tag>
      ) : (
        <Button type="link" size="small" className="at--choose-household" onClick={() => onChoose(householdId)}>
          选这一户
        </Button>
      )),
  },
];
