import { App, Button, Checkbox, Flex, Segmented, Space, Tag, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { decideTransfer, transfers, withdrawTransfer } from '@/domain/operations/people/register-moves';
import { daysToAnswer } from '@/domain/register/transfer-deadline';
import { ReasonDialog } from '../acts/ReasonDialog';
import { KeyedTable } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { useAddress } from '../shell/address';
import { AskIn } from './AskIn';

type Row = RowOf<typeof transfers>;
type Act = 'consent' | 'refuse' | 'withdraw';

const sides = [
  { value: 'toDecide', label: '等我答复' },
  { value: 'asked', label: '我申请的' },
];
const states: Readonly<Record<Row['state'], { label: string; color: string }>> = {
  asked: { label: '等待答复', color: 'gold' },
  done: { label: '已迁移', color: 'green' },
  refused: { label: '没有同意', color: 'red' },
  withdrawn: { label: '已撤回', color: 'default' },
};

/** Moves between villages: the village people are registered in now decides. */
export default function Transfers() {
  const [{ side = 'toDecide', state = 'asked', late }, go] = useAddress();
  const mine = side === 'asked';
  const stateShown = state in states ? (state as Row['state']) : 'asked';
  const pages = useKeyedPages(transfers, {
    side: mine ? 'asked' : 'toDecide',
    state: stateShown,
    overdue: late === '1' && stateShown === 'asked',
  });
  const [asking, setAsking] = useState(false);
  const [doing, setDoing] = useState<{ act: Act; row: Row }>();
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center">
        <Segmented value={side} options={sides} onChange={(next) => go({ side: next })} />
        <Segmented
          value={stateShown}
          options={Object.entries(states).map(([value, { label }]) => ({ value, label }))}
          onChange={(next) => go({ state: next })}
        />
        {stateShown === 'asked' && (
          <Checkbox
            className="at--late"
            checked={late === '1'}
            onChange={({ target }) => go({ late: target.checked ? '1' : '' })}
          >
            只看超期未答复
          </Checkbox>
        )}
        <span style={{ flex: 1 }} />
        <Button type="primary" className="at--ask-in" onClick={() => setAsking(true)}>
          申请迁入
        </Button>
      </Flex>
      <Typography.Text type="secondary">
        户籍所在的村（居）说了算：迁出由它在 {daysToAnswer}{' '}
        天内答复，超期没有答复的，由镇街或县就业办代为答复。要把本地的人迁走，请在“人员名单”打开这个人，到“本户”里办。
      </Typography.Text>
      <KeyedTable
        pages={pages}
        rowKey="transferId"
        columns={columns(mine, (act, row) => setDoing({ act, row }))}
        empty={mine ? '没有申请过迁移。' : '没有等待答复的迁移。'}
      />
      {asking && (
        <AskIn
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            void pages.reload();
          }}
        />
      )}
      {doing && (
        <Answer
          {...doing}
          onClose={() => setDoing(undefined)}
          onDone={() => {
            setDoing(undefined);
            void pages.reload();
          }}
        />
      )}
    </Flex>
  );
}

const words: Readonly<Record<Act, string>> = { consent: '同意迁移', refuse: '不同意', withdraw: '撤回申请' };

interface AnswerProps {
  act: Act;
  row: Row;
  onClose: () => void;
  onDone: () => void;
}

function Answer({ act, row, onClose, onDone }: AnswerProps) {
  const { message } = App.useApp();
  const decide = useCommand(decideTransfer);
  const withdraw = useCommand(withdrawTransfer);
  const running = act === 'withdraw' ? withdraw : decide;
  const send = async (reason: string) => {
    const { transferId } = row;
    const done =
      act === 'withdraw'
        ? await withdraw.run({ transferId, reason })
        : await decide.run({ transferId, consent: act === 'consent', reason });
    if (done === undefined) return;
    message.success('已记下。');
    onDone();
  };
  return (
    <ReasonDialog
      title={`${words[act]}：${row.people.map(({ name }) => name).join('、')}，${row.fromVillage} → ${row.toVillage}`}
      action={words[act]}
      danger={act !== 'consent'}
      busy={running.busy}
      problem={running.problem}
      onAct={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}

const columns = (mine: boolean, onAct: (act: Act, row: Row) => void): ColumnsType<Row> => [
  {
    title: '人员',
    dataIndex: 'people',
    render: (people: Row['people']) =>
      people.map(({ personId, name, idMasked }) => (
        <div key={personId}>
          {name} {idMasked}
        </div>
      )),
  },
  { title: '迁出', dataIndex: 'fromVillage' },
  { title: '迁入', dataIndex: 'toVillage' },
  { title: '原因', dataIndex: 'reason' },
  { title: '申请', key: 'asked', render: (_, { askedBy, askedAt }) => `${askedBy} ${momentInTable(askedAt)}` },
  {
    title: '答复',
    key: 'answer',
    render: (_, { state, answer, answerUntil, overdue, decidedBy, decidedAt }) => (
      <>
        <Tag color={states[state].color}>{states[state].label}</Tag>
        {overdue && <Tag color="red">应在 {answerUntil} 前答复，已超期</Tag>}
        {decidedBy} {momentInTable(decidedAt)} {answer}
      </>
    ),
  },
  {
    title: '操作',
    key: 'acts',
    render: (_, row) =>
      row.state === 'asked' && (
        <Space size={0}>
          {(mine ? (['withdraw'] as const) : (['consent', 'refuse'] as const)).map((act) => (
            <Button key={act} type="link" size="small" danger={act !== 'consent'} onClick={() => onAct(act, row)}>
              {words[act]}
            </Button>
          ))}
        </Space>
      ),
  },
];
