import { Flex, Segmented, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { formModeLabels } from '@/domain/operations/collecting/collect';
import { comparisons } from '@/domain/operations/collecting/comparison';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { countInWords } from '../parts/words';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';
import { CompareDrawer } from './CompareDrawer';

type Row = RowOf<typeof comparisons>;

/** Two people said different things of one person, or work came after its village had gone to somebody else. */
export default function Comparisons() {
  const { home } = useDesk();
  const [{ place = home, show, id }, go] = useAddress();
  const state = show === 'settled' ? 'settled' : 'open';
  const pages = useKeyedPages(comparisons, { divisionCode: place, state });
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <Segmented
          value={state}
          options={[
            { value: 'open', label: '等人选' },
            { value: 'settled', label: '已选定' },
          ]}
          onChange={(next) => go({ show: next === 'settled' ? 'settled' : undefined, id: undefined })}
        />
        <PlaceSelect value={place} onChange={(code) => go({ place: code, id: undefined })} />
      </Flex>
      <KeyedTable<Row>
        pages={pages}
        rowKey="comparisonId"
        columns={columns((comparisonId) => go({ id: comparisonId }))}
        empty={state === 'open' ? '没有要选的。两个人填得不一样时，会出现在这里。' : '还没有选定过。'}
        summary={pages.page && `等人选的共 ${countInWords(pages.page.open)} 份`}
      />
      {id && (
        <CompareDrawer
          key={id}
          comparisonId={id}
          onClose={() => go({ id: undefined })}
          onDone={() => {
            go({ id: undefined });
            void pages.reload();
          }}
        />
      )}
    </Flex>
  );
}

const columns = (onOpen: (comparisonId: string) => void): ColumnsType<Row> => [
  {
    title: '姓名或单位',
    dataIndex: 'name',
    fixed: 'left',
    render: (name: string, { comparisonId }) => (
      <button
        type="button"
        className={`yt-plain yt-plain--link at--compare-${comparisonId}`}
        onClick={() => onOpen(comparisonId)}
      >
        {name}
      </button>
    ),
  },
  { title: '村（居）', dataIndex: 'villageName' },
  {
    title: '为什么',
    dataIndex: 'kind',
    render: (kind: Row['kind']) => (kind === 'lease' ? <Tag>换人后才送到</Tag> : <Tag color="gold">说法不一样</Tag>),
  },
  {
    title: '要选的项目',
    dataIndex: 'fields',
    render: (fields: string[]) =>
      fields.length === 0
        ? '所有说法不一样的'
        : fields.length <= 3
          ? fields.join('、')
          : `${fields.slice(0, 3).join('、')}等 ${fields.length} 项`,
  },
  { title: '现有的', dataIndex: 'liveBy', render: (name: string) => name || '还没有' },
  { title: '后到的', key: 'late', render: (_, { lateBy, lateMode }) => `${lateBy}（${formModeLabels[lateMode]}）` },
  { title: '填的时间', dataIndex: 'collectedAt', render: momentInTable },
  { title: '收到时间', dataIndex: 'receivedAt', render: momentInTable },
  { title: '', dataIndex: 'own', render: (own: boolean) => own && <Tag>有您填的，要别人选</Tag> },
];
