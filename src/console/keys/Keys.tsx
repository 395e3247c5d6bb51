import { App, Button, Card, Descriptions, Flex, Progress, Skeleton, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { keyStatus, rotateKeys } from '@/domain/operations/office/secrecy';
import type { OutputOf } from '@/domain/operations/operation';
import { ReasonDialog } from '../acts/ReasonDialog';
import { momentInTable } from '../parts/moment';
import { Trouble } from '../parts/Trouble';
import { countInWords } from '../parts/words';

type Status = OutputOf<typeof keyStatus>;

/** Which keys are in use, by their ids, and sealing everything anew under them. */
export default function Keys() {
  const { message } = App.useApp();
  const { value, problem, reload } = useQuery(keyStatus, {});
  const rotate = useCommand(rotateKeys);
  const [asking, setAsking] = useState(false);
  const moving = value?.lastJob?.state === 'running' || value?.lastJob?.state === 'waiting';
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => void reload(), 2000);
    return () => clearInterval(timer);
  }, [moving, reload]);
  if (value === undefined)
    return problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Skeleton active />;
  const begin = async (reason: string) => {
    if ((await rotate.run({ reason })) === undefined) return;
    setAsking(false);
    message.success('已开始重新加密，可以离开，稍后回来看。');
    void reload();
  };
  return (
    <Flex vertical gap={12}>
      <Card
        size="small"
        title="密钥"
        extra={
          <Button type="primary" disabled={moving} onClick={() => setAsking(true)}>
            用现用密钥重新加密
          </Button>
        }
      >
        <Descriptions
          size="small"
          column={1}
          bordered
          items={[line('加密', value.seal), line('查重索引', value.index)]}
        />
        <Typography.Text type="secondary">
          这里只有密钥编号。换密钥由运维用命令添加新钥，再在这里把旧内容重新加密；全部完成后旧钥才可以撤下。
        </Typography.Text>
      </Card>
      {value.lastJob && <LastJob job={value.lastJob} />}
      {asking && (
        <ReasonDialog
          title="把全部密文用现用密钥重新加密"
          action="开始"
          busy={rotate.busy}
          problem={rotate.problem}
          onAct={(reason) => void begin(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </Flex>
  );
}

const line = (label: string, { current, older }: Status['seal']) => ({
  key: label,
  label,
  children: `现用 ${current}${older.length > 0 ? `；旧钥 ${older.join('、')}` : '；没有旧钥'}`,
});

const LastJob = ({ job: { done, total, state, updatedAt } }: { job: NonNullable<Status['lastJob']> }) => (
  <Card size="small" title="最近一次重新加密">
    <Progress
      percent={state === 'done' ? 100 : total ? Math.floor((done / total) * 100) : 0}
      status={state === 'failed' ? 'exception' : state === 'done' ? 'success' : 'active'}
    />
    <Typography.Text>
      已处理 {countInWords(done)} 条{total !== null && `，共 ${countInWords(total)} 条`}，{momentInTable(updatedAt)}
    </Typography.Text>
  </Card>
);
