import { useRouter } from '@tarojs/taro';
import type { Account } from '@/client/account';
import { back } from '@/client/navigate';
import { StaffOnly } from '@/client/StaffOnly';
import { momentInWords } from '@/client/words';
import { Card, confirm, ListRow, Notice, Page, PrimaryAction, ProblemNotice, ProgressFigure } from '@/ui';
import { usePrepare } from './use-prepare';

export default function PreparePage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['enumerator']}>
      {(account) => <Prepare account={account} villageCode={params.village ?? ''} />}
    </StaffOnly>
  );
}

/** Before leaving: the village onto the phone, going on where a lost signal stopped it; and what lies there already. */
function Prepare({ account, villageCode }: { account: Account; villageCode: string }) {
  const { busy, so, done, problem, carried, run, end } = usePrepare(account, villageCode);
  const nameOf = (code: string) =>
    account.posts.flatMap(({ scopes }) => scopes).find((scope) => scope.code === code)?.name ?? code;
  const ask = async (code: string, people: number) => {
    const yes = await confirm({
      title: `结束${nameOf(code)}？`,
      message: `会从手机里删去这个村 ${people} 人的名单；已填好的表和走访还在，照常发送。以后可以再准备。`,
      confirm: '结束',
      danger: true,
    });
    if (yes) await end(code);
  };
  return (
    <Page
      dense
      action={
        done ? (
          <PrimaryAction name="ready" onPress={back}>
            可以出发了
          </PrimaryAction>
        ) : (
          <PrimaryAction name="start" busy={busy} onPress={() => void run()}>
            {problem ? '接着取' : '开始准备'}
          </PrimaryAction>
        )
      }
    >
      <ProblemNotice problem={problem} />
      <Card title={nameOf(villageCode)}>
        {so ? (
          <ProgressFigure
            label="已存到手机"
            done={so.people}
            total={so.of}
            unit="人"
            note={`用了 ${kilobytes(so.bytes)} 流量`}
          />
        ) : (
          '名单、户、上次的回答和表格会存到手机里。断了可以接着取，已取的不会重来；以后再准备只取有变化的。'
        )}
      </Card>
      {done && (
        <Notice tone="done" name="prepared">
          {`${done.whole ? '全村名单已存好，没有信号也能用。' : '已更新有变化的人，其余没有变。'}${
            done.forms > 0 ? `带上了 ${done.forms} 张以前填过的表。` : ''
          }`}
        </Notice>
      )}
      {carried.length > 0 && (
        <Card title="手机里的村" flush>
          {carried.map(({ code, people, bytes, leasedUntil }) => (
            <ListRow
              key={code}
              name={`carried-${code}`}
              title={nameOf(code)}
              note={[
                `${people} 人，占 ${kilobytes(bytes)}`,
                leasedUntil === null ? '' : `${momentInWords(leasedUntil)} 到期`,
              ]
                .filter(Boolean)
                .join('，')}
              value="结束"
              onPress={() => void ask(code, people)}
            />
          ))}
        </Card>
      )}
      <Notice>名单加密存放，只在您自己的账号下打开；退出登录、账号停用或任务到期后，会从手机里删掉。</Notice>
    </Page>
  );
}

const kilobytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
