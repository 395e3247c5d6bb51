import { App, Button, Flex, Typography } from 'antd';
import { countInWords } from '../parts/words';
import type { WholeRun } from './use-whole-list';

interface WholeListProps {
  /** What is done to them: 审核通过, 验收. */
  word: string;
  waiting: number;
  whole: WholeRun;
  onStart: () => void;
}

/** All that match at once, with a way to stop; asked for once more, since it is many. */
export function WholeList({ word, waiting, whole, onStart }: WholeListProps) {
  const { modal } = App.useApp();
  const many = waiting >= 10_000 ? `${countInWords(waiting)} 条以上` : `${countInWords(waiting)} 条`;
  if (whole.seen !== undefined) {
    return (
      <Flex gap={8} align="center">
        <Typography.Text>{`已办 ${countInWords(whole.seen)} 条，共 ${many}`}</Typography.Text>
        <Button className="at--stop" onClick={whole.stop}>
          停下
        </Button>
      </Flex>
    );
  }
  const ask = () =>
    modal.confirm({
      title: `${word}全部符合条件的 ${many}？`,
      content: '只包括没有疑点、也不是办结的记录。您自己填报的、别人刚改过的会留下，并告诉您原因。中途可以停下。',
      okText: `全部${word}`,
      cancelText: '取消',
      onOk: onStart,
    });
  return (
    <Button className="at--settle-all" disabled={waiting === 0} onClick={ask}>
      {`${word}全部 ${many}`}
    </Button>
  );
}
