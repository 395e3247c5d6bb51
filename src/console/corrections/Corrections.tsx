import { App, Button, Flex, Input, Modal, Radio, Segmented, Tag, Timeline } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { answerCorrection, correctionStates, listCorrections } from '@/domain/operations/collecting/corrections';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { Trouble } from '../parts/Trouble';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { useDesk } from '../post/use-post';
import { linkTo, useAddress } from '../shell/address';

type Row = RowOf<typeof listCorrections>;
type State = Row['state'];

const isState = (text: string | undefined): text is State => text !== undefined && text in correctionStates;

/** What residents ask to have put right; who has waited longest comes first. */
export default function Corrections() {
  const { home } = useDesk();
  const [{ state = 'open' }, go] = useAddress();
  const pages = useKeyedPages(listCorrections, { divisionCode: home, state: isState(state) ? state : 'open' });
  const [answering, setAnswering] = useState<Row>();
  return (
    <Flex vertical gap={12}>
      <Segmented
        style={{ alignSelf: 'flex-start' }}
        value={state}
        options={Object.entries(correctionStates).map(([value, label]) => ({ value, label }))}
        onChange={(next) => go({ state: next })}
      />
      <KeyedTable
        pages={pages}
        rowKey="correctionId"
        columns={columns(setAnswering)}
        expandable={{
          rowExpandable: ({ steps }) => steps.length > 0,
          expandedRowRender: ({ steps }) => (
            <Timeline
              items={steps.map(({ at, by, words, state: then }) => ({
                key: at,
                children: `${momentInTable(at)} ${by}（${correctionStates[then]}）：${words}`,
              }))}
            />
          ),
        }}
        empty="没有这样的更正申请。居民在小程序里提出后会出现在这里。"
      />
      {answering && (
        <Answer
          row={answering}
          onClose={() => setAnswering(undefined)}
          onDone={() => {
            setAnswering(undefined);
            void pages.reload();
          }}
        />
      )}
    </Flex>
  );
}

type Outcome = 'working' | 'resolved' | 'refused';

function Answer({ row, onClose, onDone }: { row: Row; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp();
  const answer = useCommand(answerCorrection);
  const [outcome, setOutcome] = useState<Outcome>('working');
  const [words, setWords] = useState('');
  const send = async () => {
    if ((await answer.run({ correctionId: row.correctionId, outcome, words })) === undefined) return;
    message.success('已答复，居民可以看到。');
    onDone();
  };
  return (
    <Modal
      open
      title={`答复 ${row.personName} 的更正申请`}
      okText="答复"
      cancelText="取消"
      okButtonProps={{ disabled: words.trim().length < 4, className: 'at--act' }}
      confirmLoading={answer.busy}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p>
        {row.topicLabel}：{row.text}
      </p>
      <Radio.Group
        value={outcome}
        onChange={({ target }) => setOutcome(target.value as Outcome)}
        options={[
          { value: 'working', label: '正在核实' },
          { value: 'resolved', label: '已更正' },
          { value: 'refused', label: '不更正' },
        ]}
      />
      <Input.TextArea
        style={{ marginTop: 12 }}
        rows={3}
        maxLength={300}
        showCount
        placeholder="处理情况，居民会原样看到；不要写身份证号和电话"
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <Trouble problem={answer.problem} />
    </Modal>
  );
}

const columns = (onAnswer: (row: Row) => void): ColumnsType<Row> => [
  {
    title: '居民',
    dataIndex: 'personName',
    render: (name: string, { personId }) => <a href={linkTo({ at: 'people', person: personId })}>{name}</a>,
  },
  { title: '村（居）', dataIndex: 'village' },
  { title: '要更正的', dataIndex: 'topicLabel' },
  { title: '说明', dataIndex: 'text', className: 'yt-wrap' },
  { title: '申请', key: 'asked', render: (_, { askedBy, askedAt }) => `${askedBy} ${momentInTable(askedAt)}` },
  {
    title: '已等',
    dataIndex: 'waitingDays',
    align: 'right',
    render: (days: number, { state }) => (state === 'open' || state === 'working' ? `${days} 天` : ''),
  },
  { title: '状态', dataIndex: 'stateLabel', render: (label: string) => <Tag>{label}</Tag> },
  {
    title: '操作',
    key: 'acts',
    render: (_, row) =>
      (row.state === 'open' || row.state === 'working') && (
        <Button type="link" size="small" className="at--answer" onClick={() => onAnswer(row)}>
          答复
        </Button>
      ),
  },
];
