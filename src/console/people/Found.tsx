import { Alert, Table, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useQuery } from '@/client/calls/use-query';
import type { OutputOf } from '@/domain/operations/operation';
import { search } from '@/domain/operations/people/register';
import { StateTag } from '../parts/StateTag';
import { Trouble } from '../parts/Trouble';
import { sexLabel } from '../parts/words';

type Row = OutputOf<typeof search>['items'][number];

interface FoundProps {
  text: string;
  onLook: (personId: string) => void;
}

/** Search is wide and masked: beyond the post's own places no more than a masked name and the village. */
export function Found({ text, onLook }: FoundProps) {
  const { value, problem, loading, reload } = useQuery(search, { text });
  return (
    <>
      <Trouble problem={problem} onRetry={() => void reload()} />
      {value?.more && (
        <Alert type="info" showIcon message="找到的人太多，只列出一部分。请写全姓名，或输入完整身份证号。" />
      )}
      <Table<Row>
        size="small"
        rowKey={(row) => `${row.idMasked} ${row.name} ${row.village?.code}`}
        columns={columns(onLook)}
        dataSource={problem ? [] : (value?.items ?? [])}
        loading={loading}
        pagination={false}
        locale={{ emptyText: '全县没有找到这个人。请核对姓名或身份证号。' }}
      />
    </>
  );
}

const columns = (onLook: (personId: string) => void): ColumnsType<Row> => [
  {
    title: '姓名',
    dataIndex: 'name',
    render: (name: string, { personId }) =>
      personId === null ? (
        name
      ) : (
        <button type="button" className="yt-plain yt-plain--link" onClick={() => onLook(personId)}>
          {name}
        </button>
      ),
  },
  { title: '性别', dataIndex: 'sex', render: sexLabel },
  { title: '出生年', dataIndex: 'birthYear' },
  { title: '证件号码', dataIndex: 'idMasked' },
  {
    title: '村（居）',
    dataIndex: 'village',
    render: (village: Row['village']) => village && `${village.townName}${village.name}`,
  },
  { title: '状态', dataIndex: 'collectState', render: (state: string) => <StateTag state={state} /> },
  {
    title: '',
    dataIndex: 'inScope',
    render: (inScope: boolean) => !inScope && <Typography.Text type="secondary">不在您负责的地区</Typography.Text>,
  },
];
