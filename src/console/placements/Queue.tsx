import { Button, Flex } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { unplaced } from '@/domain/operations/people/register-placement';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { type Candidate, candidateLabel } from './candidate';
import { Settle } from './Settle';

type Row = RowOf<typeof unplaced>;

interface QueueProps {
  place: string;
  group: string | undefined;
  /** What a whole group shares; empty for a mixture. */
  candidates: readonly Candidate[];
  onSettled: () => void;
}

export function Queue({ place, group, candidates, onSettled }: QueueProps) {
  const pages = useKeyedPages(unplaced, { divisionCode: place, ...(group === undefined ? {} : { group }) });
  const [chosen, setChosen] = useState<string[]>([]);
  const [settling, setSettling] = useState(false);
  const settled = () => {
    setSettling(false);
    setChosen([]);
    void pages.reload();
    onSettled();
  };
  const shared =
    candidates.length > 0 ? candidates : sharedBy(pages.rows.filter(({ caseId }) => chosen.includes(caseId)));
  return (
    <Flex vertical gap={8}>
      <Flex justify="flex-end">
        <Button type="primary" className="at--settle" disabled={chosen.length === 0} onClick={() => setSettling(true)}>
          归到一个村（居）{chosen.length > 0 && `（${chosen.length} 人）`}
        </Button>
      </Flex>
      <KeyedTable
        pages={pages}
        rowKey="caseId"
        columns={group === undefined ? columns : columns.filter(({ key }) => key !== 'why')}
        rowSelection={{
          selectedRowKeys: chosen,
          onChange: (keys) => setChosen(keys.map(String)),
          preserveSelectedRowKeys: true,
        }}
        empty="没有待归属的人。名册导入或居民自报时认不准村（居）的，会排到这里。"
      />
      {settling && (
        <Settle
          caseIds={chosen}
          place={place}
          candidates={shared}
          onClose={() => setSettling(false)}
          onSettled={settled}
        />
      )}
    </Flex>
  );
}

/** Candidates that all of the chosen have in common. */
function sharedBy(rows: readonly Row[]): Candidate[] {
  const [first, ...others] = rows;
  return (first?.candidates ?? []).filter(({ code }) =>
    others.every(({ candidates }) => candidates.some((one) => one.code === code))
  );
}

/** A whole town of candidates would fill the screen. */
const candidatesInWords = (candidates: Candidate[]): string => {
  const [first] = candidates;
  if (first === undefined) return '没有线索';
  if (candidates.length <= 3) return candidates.map(candidateLabel).join('、');
  return `${candidateLabel(first)}等 ${candidates.length} 个`;
};

const columns: ColumnsType<Row> = [
  { title: '姓名', dataIndex: 'name', fixed: 'left' },
  { title: '证件号码', dataIndex: 'idMasked' },
  { title: '出生日期', dataIndex: 'birthDate' },
  { title: '户主', dataIndex: 'headName' },
  { title: '名册上的地址', dataIndex: 'address', width: 160, className: 'yt-wrap' },
  {
    title: '可能的村（居）',
    dataIndex: 'candidates',
    width: 180,
    className: 'yt-wrap',
    render: candidatesInWords,
  },
  { key: 'why', title: '认不准的原因', dataIndex: 'why', width: 260, className: 'yt-wrap' },
  { title: '排入时间', dataIndex: 'since', render: momentInTable },
];
