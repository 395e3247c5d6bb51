import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { currentAccount } from '@/client/account';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { open, restart } from '@/client/navigate';
import { useOutbox } from '@/client/outbox/outbox';
import { SignedIn } from '@/client/SignedIn';
import { momentInWords } from '@/client/words';
import { reportSubscription } from '@/domain/operations/account/account';
import { receipt } from '@/domain/operations/collecting/collect';
import { askForMessages } from '@/platform/outward/subscribe';
import { ActionButton, Card, Facts, Notice, Page, PrimaryAction, ProblemNotice, toast } from '@/ui';

/** The end of a declaration: a number, what happens next, whom to call. */
export default function ReceiptPage() {
  const { params } = useRouter();
  return <SignedIn>{() => <Receipt personId={params.person ?? ''} kept={params.kept} />}</SignedIn>;
}

function Receipt({ personId, kept }: { personId: string; kept: string | undefined }) {
  const { entries } = useOutbox();
  const entry = entries.find(({ id }) => id === kept);
  const waiting = entry !== undefined && entry.standing.is === 'waiting';
  const { value, problem, loading, reload } = useQuery(receipt, waiting ? undefined : { personId });
  if (waiting) return <Kept />;
  const person = currentAccount()?.persons.find((one) => one.personId === personId);
  return (
    <Page
      loading={loading}
      action={
        <PrimaryAction name="home" onPress={() => restart('residentHome')}>
          完成
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {value && (
        <>
          <Notice tone="done" name="done">{`${person?.name ?? ''}的信息已提交，谢谢您。`}</Notice>
          <Card title="回执" name="receipt">
            <Facts
              items={[
                { label: '回执号', value: value.receiptNo },
                { label: '收到时间', value: momentInWords(value.receivedAt) },
                {
                  label: '所属村（居）',
                  value: value.village ? `${value.village.townName}${value.village.name}` : '待认领',
                },
                { label: '为什么', value: value.villageWhy },
              ]}
            />
          </Card>
          {value.duplicate && (
            <Notice tone="wait">这个身份证号在名册上还有一条记录，工作人员会核对，可能会联系您。您不用再填。</Notice>
          )}
          <Card title="接下来">{value.next}</Card>
          <KeepMeInformed />
          <ActionButton name="view-record" onPress={() => open('record', { person: personId })}>
            查看填报内容
          </ActionButton>
        </>
      )}
    </Page>
  );
}

function Kept() {
  return (
    <Page
      action={
        <PrimaryAction name="home" onPress={() => restart('residentHome')}>
          知道了
        </PrimaryAction>
      }
    >
      <Notice tone="wait" icon="offline" name="kept">
        现在没有信号。您填的已经存在这台手机里，有信号后会自动发送，不用重新填。
      </Notice>
      <Card title="请留意">发送成功后，首页会显示“已提交”和回执号。发送之前请不要清理微信缓存或卸载。</Card>
    </Page>
  );
}

/** One consent is one message, so it is asked where it makes sense: after declaring. */
function KeepMeInformed() {
  const report = useCommand(reportSubscription);
  const [possible, setPossible] = useState(true);
  const ask = async () => {
    const answer = await askForMessages(['reminder', 'notice', 'returned']);
    if (!answer.possible) {
      setPossible(false);
      return;
    }
    if (answer.agreed.length === 0) return;
    if (await report.run({ agreed: answer.agreed })) toast('好的，有需要时会通知您');
  };
  if (!possible) return <Notice>这里收不到微信通知，需要您改正时，首页会有提醒。</Notice>;
  return (
    <Card title="需要改正时通知您">
      <ActionButton name="subscribe" busy={report.busy} onPress={() => void ask()}>
        接收微信通知
      </ActionButton>
    </Card>
  );
}
