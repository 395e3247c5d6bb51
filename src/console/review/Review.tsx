import { Alert, App, Button, Flex, Segmented, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { formModeLabels } from '@/domain/operations/collecting/collect';
import { acceptRecords, confirmRecords, type ReviewKind, reviewList } from '@/domain/operations/office/quality';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { Trouble } from '../parts/Trouble';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { classLabel, countInWords } from '../parts/words';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';
import { type BatchReply, batchInWords } from './batch';
import { RecordDrawer } from './RecordDrawer';
import { useWholeList } from './use-whole-list';
import { WholeList } from './WholeList';

export type ReviewRow = RowOf<typeof reviewList>;
type State = 'collected' | 'confirmed' | 'returned' | 'accepted';

const states: { value: State; label: string }[] = [
  { value: 'collected', label: '待审核' },
  { value: 'confirmed', label: '待验收' },
  { value: 'returned', label: '已退回' },
  { value: 'accepted', label: '已验收' },
];

const kinds: { value: ReviewKind; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'plain', label: '没有疑点' },
  { value: 'doubtful', label: '带疑点' },
  { value: 'closings', label: '办结的' },
];

/** Town or supervisor confirms what was collected, the county accepts what was confirmed; each by itself or many. */
export default function Review() {
  const { home, may } = useDesk();
  const { message } = App.useApp();
  const [{ place = home, state: wanted, only: kind }, go] = useAddress();
  const state = states.find(({ value }) => value === wanted)?.value ?? 'collected';
  const only = kinds.find(({ value }) => value === kind)?.value ?? 'all';
  const pages = useKeyedPages(reviewList, { divisionCode: place, state, only });
  const word = state === 'confirmed' ? '验收' : '审核通过';
  const act = useCommand(state === 'confirmed' ? acceptRecords : confirmRecords);
  const whole = useWholeList({ divisionCode: place, state });
  const [chosen, setChosen] = useState<ReviewRow[]>([]);
  const [open, setOpen] = useState<ReviewRow>();
  const actable = state === 'collected' || (state === 'confirmed' && may('record.accept'));
  const changed = () => {
    setChosen([]);
    void pages.reload();
  };
  const tell = (reply: BatchReply) => {
    const words = batchInWords(word, reply);
    if (reply.left > 0) message.warning(words, 8);
    else message.success(words);
    setOpen(undefined);
    changed();
  };
  const settle = async (rows: readonly ReviewRow[]) => {
    const reply = await act.run({ records: rows.map(({ recordId, version }) => ({ recordId, version })) });
    if (reply !== undefined) tell(reply);
  };
  const show = (change: Record<string, string | undefined>) => {
    setChosen([]);
    go(change);
  };
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <Segmented value={state} options={states} onChange={(next) => show({ state: next })} />
        <Segmented
          className="at--only"
          value={only}
          options={kinds}
          onChange={(next) => show({ only: next === 'all' ? undefined : next })}
        />
        <PlaceSelect value={place} onChange={(code) => show({ place: code })} />
        <span style={{ flex: 1 }} />
        {actable && only === 'plain' && (
          <WholeList
            word={word}
            waiting={pages.page?.waiting ?? 0}
            whole={whole}
            onStart={() => void whole.run(state === 'confirmed' ? acceptRecords : confirmRecords).then(tell)}
          />
        )}
        {actable && (
          <Button
            type="primary"
            className="at--settle"
            disabled={chosen.length === 0}
            loading={act.busy}
            onClick={() => void settle(chosen)}
          >
            {word}
            {chosen.length > 0 && `（${chosen.length} 条）`}
          </Button>
        )}
      </Flex>
      {only === 'closings' && actable && (
        <Alert
          type="info"
          showIcon
          message="死亡、迁出、失联、拒绝等办结，要由登记人以外的人再签一次字：点姓名打开，看清证明人和原因，逐条办理。"
        />
      )}
      <Trouble problem={act.problem ?? whole.problem} />
      <KeyedTable
        pages={pages}
        rowKey="recordId"
        columns={columns(setOpen)}
        {...(actable
          ? {
              rowSelection: {
                selectedRowKeys: chosen.map(({ recordId }) => recordId),
                onChange: (_: unknown, rows: ReviewRow[]) => setChosen(rows),
                getCheckboxProps: ({ closedAs }: ReviewRow) => ({
                  disabled: closedAs !== null,
                  title: closedAs === null ? '' : '办结的要打开来逐条签字',
                }),
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
                  label: open.closedAs === null ? word : `签字：${word}`,
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
  {
    title: '办结',
    dataIndex: 'closedAs',
    render: (closedAs: string | null) => closedAs !== null && <Tag color="red">{classLabel(closedAs)}</Tag>,
  },
  { title: '回执号', dataIndex: 'receiptNo' },
];
