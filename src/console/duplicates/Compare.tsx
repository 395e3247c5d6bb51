import { Table } from 'antd';
import { collectStates } from '@/domain/campaign/record-states';
import { codeLabel } from '@/domain/codes';
import { originLabel } from '../parts/words';
import type { DuplicateCase } from './Cases';

type Side = DuplicateCase['a'];

const lines: [string, (side: Side) => string][] = [
  ['姓名', ({ name }) => name],
  ['性别', ({ sex }) => codeLabel('sex', sex) ?? ''],
  ['出生日期', ({ birthDate }) => birthDate ?? ''],
  ['证件号码', ({ idMasked }) => idMasked],
  ['联系电话', ({ phoneMasked }) => phoneMasked],
  ['村（居）', ({ villageName }) => villageName],
  ['户号', ({ householdNo }) => householdNo],
  ['户主', ({ headName }) => headName],
  ['来源', ({ origin }) => originLabel(origin)],
  [
    '采集状态',
    ({ collectState }) => new Map<string, string>(Object.entries(collectStates)).get(collectState) ?? collectState,
  ],
];

interface CompareProps {
  a: Side;
  b: Side;
  onLook: (personId: string) => void;
}

/** Both sides line by line; what differs stands out; each side opens with its papers and visits. */
export function Compare({ a, b, onLook }: CompareProps) {
  const rows = lines.map(([label, read]) => ({ label, a: read(a), b: read(b) }));
  return (
    <Table
      size="small"
      rowKey="label"
      pagination={false}
      dataSource={rows}
      rowClassName={(row) => (row.a === row.b ? '' : 'yt-differs')}
      columns={[
        { title: '', dataIndex: 'label', width: 120 },
        { title: door('甲', a, onLook), dataIndex: 'a', width: '42%' },
        { title: door('乙', b, onLook), dataIndex: 'b' },
      ]}
    />
  );
}

const door = (side: string, { personId }: Side, onLook: (personId: string) => void) => (
  <>
    {side}{' '}
    <button type="button" className="yt-plain yt-plain--link" onClick={() => onLook(personId)}>
      查看详情
    </button>
  </>
);
