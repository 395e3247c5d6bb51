import { Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { peopleBehind } from '@/domain/operations/office/progress';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { StateTag } from '../parts/StateTag';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { classLabel, countInWords, employmentLabel, outcomeLabel, sexLabel } from '../parts/words';

type Row = RowOf<typeof peopleBehind>;

interface BehindProps {
  place: string;
  figure: string;
  onLook: (personId: string) => void;
}

/** The people a figure counts, village by village; as many as the figure says. */
export function Behind({ place, figure, onLook }: BehindProps) {
  const pages = useKeyedPages(peopleBehind, { divisionCode: place, figure });
  const { page } = pages;
  return (
    <KeyedTable
      pages={pages}
      rowKey="personId"
      columns={columns(onLook)}
      title={() => (
        <Typography.Text strong className="at--people-title">
          {page ? `${page.title}，共 ${countInWords(page.people)} 人` : '正在读取'}
        </Typography.Text>
      )}
      empty="这里没有人。换一个地区或者状态看看。"
      summary={page && `共 ${countInWords(page.people)} 人`}
    />
  );
}

const columns = (onLook: (personId: string) => void): ColumnsType<Row> => [
  {
    title: '姓名',
    dataIndex: 'name',
    fixed: 'left',
    render: (name: string, { personId }) => (
      <button type="button" className="yt-plain yt-plain--link" onClick={() => onLook(personId)}>
        {name}
      </button>
    ),
  },
  { title: '性别', dataIndex: 'sex', render: sexLabel },
  { title: '证件号码', dataIndex: 'idMasked' },
  { title: '联系电话', dataIndex: 'phoneMasked' },
  { title: '村（居）', dataIndex: 'villageName' },
  { title: '组', dataIndex: 'group' },
  { title: '状态', dataIndex: 'state', render: (state: string) => <StateTag state={state} /> },
  { title: '人口资源分类', dataIndex: 'populationClass', render: classLabel },
  { title: '就业失业', dataIndex: 'employmentState', render: employmentLabel },
  { title: '最近联系', dataIndex: 'lastOutcome', render: outcomeLabel },
  { title: '联系时间', dataIndex: 'lastContactAt', render: momentInTable },
];
