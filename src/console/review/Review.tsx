import { App, Button, Flex, Segmented, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useCommand } from '@/client/use-command';
import { formModeLabels } from '@/domain/operations/collect';
import { acceptRecords, confirmRecords, reviewList } from '@/domain/operations/quality';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { Trouble } from '../parts/Trouble';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { countInWords } from '../parts/words';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';
import { batchInWords } from './batch';
import { RecordDrawer } from './RecordDrawer';

export type ReviewRow = RowOf<typeof reviewList>;
type State = 'collected' | 'confirmed' | 'returned' | 'accepted';

const states: { value: State; label: string }[] = [
  { value: 'collected', label: '待审核' },
  { value: 'confirmed', label: '待验收' },
  { value: 'returned', label: '已退回' },
  { value: 'accepted', label: '已验收' },
];

/** Town or supervisor confirms what was collected, the county accepts what was confirmed; each by itself or many. */
export default function Review() {
  const { home, may } = useDesk();
  const { message } = App.useApp();
  const [{ place = home, state: wanted }, go] = useAddress();
  const state = states.find(({ value }) => value === wanted)?.value ?? 'collected';
  const pages = useKeyedPages(reviewList, { divisionCode: place, state });
  const confirm = useCommand(confirmRecords);
  const accept = useCommand(acceptRecords);
  const [chosen, setChosen] = useState<ReviewRow[]>([]);
  const [open, setOpen] = useState<ReviewRow>();
  const act = state === 'confirmed' ? accept : confirm;
  const actable = state === 'collected' || (state === 'confirmed' && may('record.accept'));
  const changed = () => {
    setChosen([]);
    void pages.reload();
  };
  const settle = async (rows: readonly ReviewRow[]) => {
    const reply = await act.run({ records: rows.map(({ recordId, version }) => ({ recordId, version })) });
    if (reply === undefined) return;
    const words = batchInWords(state === 'confirmed' ? '验收' : '审核通过', reply);
    if (reply.left > 0) message.warning(words, 8);
    else message.success(words);
    setOpen(undefined);
    changed();
  };
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center">
        <Segmented
          value={state}
          options={states}
          onChange={(next) => {
            setChosen([]);
            go({ state: next });
          }}
        />
        <PlaceSelect value={place} onChange={(code) => go({ place: code })} />
        <span style={{ flex: 1 }} />
        {actable && (
          <Button
            type="primary"
            className="at--settle"
            disabled={chosen.length === 0}
            loading={act.busy}
            onClick={() => void settle(chosen)}
          >
            {state === 'confirmed' ? '验收' : '审核通过'}
            {chosen.length > 0 && `（${chosen.length} 条）`}
          </Button>
        )}
      </Flex>
      <Trouble problem={act.problem} />
      <KeyedTable
        pages={pages}
        rowKey="recordId"
        columns={columns(setOpen)}
        {...(actable
          ? {
              rowSelection: {
                selectedRowKeys: chosen.map(({ recordId }) => recordId),
                onChange: (_: unknown, rows: ReviewRow[]) => setChosen(rows),
              },
            }
          : {})}
        empty="没有这样的记录。"
        summary={pages.page && `共 ${countInWords(pages.page.waiting)} 条`}
      />
      {open && (
        <RecordDrawer
          record={open}
          onClose={() => setOpen(undefined)}
          onReturned={() => {
            setOpen(undefined);
            changed();
          }}
          {...(actable
            ? {
                settle: {
                  label: state === 'confirmed' ? '验收' : '审核通过',
                  busy: act.busy,
                  run: () => void settle([open]),
                },
              }
            : {})}
        />
      )}
    </Flex>
  );
}

const modeLabel = (mode: string): string => new Map<string, string>(Object.entries(formModeLabels)).get(mode) ?? mode;

const columns = (onOpen: (row: ReviewRow) => void): ColumnsType<ReviewRow> => [
  {
    title: '姓名或单位',
    dataIndex: 'name',
    fixed: 'left',
    render: (name: string, row) => (
      <button type="button" className="yt-plain yt-plain--link" onClick={() => onOpen(row)}>
        {name}
      </button>
    ),
  },
  { title: '表', dataIndex: 'formId', render: (form: string) => (form === 'employer' ? '单位表' : '个人表') },
  { title: '村（居）', dataIndex: 'villageName' },
  { title: '采集方式', dataIndex: 'mode', render: modeLabel },
  { title: '填报人', dataIndex: 'author' },
  { title: '采集时间', dataIndex: 'collectedAt', render: momentInTable },
  { title: '收到时间', dataIndex: 'receivedAt', render: momentInTable },
  {
    title: '带说明的疑点',
    dataIndex: 'warnings',
    align: 'right',
    render: (warnings: number) => (warnings > 0 ? <Tag color="gold">{warnings} 处</Tag> : '0'),
  },
  { title: '回执号', dataIndex: 'receiptNo' },
];
