import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import { StateTag } from '../parts/StateTag';
import { classLabel, relationLabel, sexLabel } from '../parts/words';
import type { Member } from './relations';

interface MembersTableProps {
  members: readonly Member[];
  title?: string;
  /** What can be done with one of them. */
  acts?: (member: Member) => ReactNode;
}

/** Everyone of a household, the head first. */
export const MembersTable = ({ members, title, acts }: MembersTableProps) => (
  <Table<Member>
    size="small"
    rowKey="personId"
    pagination={false}
    scroll={{ x: 'max-content' }}
    {...(title === undefined ? {} : { title: () => title })}
    dataSource={members}
    columns={acts ? [...columns, { title: '操作', key: 'acts', render: (_, member) => acts(member) }] : columns}
  />
);

const columns: ColumnsType<Member> = [
  { title: '姓名', dataIndex: 'name' },
  { title: '与户主关系', dataIndex: 'relation', render: relationLabel },
  { title: '性别', dataIndex: 'sex', render: sexLabel },
  { title: '出生日期', dataIndex: 'birthDate' },
  { title: '证件号码', dataIndex: 'idMasked' },
  { title: '状态', dataIndex: 'collectState', render: (state: string) => <StateTag state={state} /> },
  { title: '分类', dataIndex: 'populationClass', render: classLabel },
];
