import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Account } from '@/client/account';
import { back } from '@/client/navigate';
import { StaffOnly } from '@/client/StaffOnly';
import { villageBundle } from '@/domain/operations/village-bundle';
import type { Problem } from '@/domain/problem';
import { call, problemOf } from '@/platform/client';
import { pagesKept } from '@/platform/offline/pages';
import { storage } from '@/platform/storage';
import { Card, Notice, Page, PrimaryAction, ProblemNotice, ProgressFigure } from '@/ui';
import { type Prepared, prepareVillage } from '../shelf/prepare';

export default function PreparePage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['enumerator']}>
      {(account) => <Prepare account={account} villageCode={params.village ?? ''} />}
    </StaffOnly>
  );
}

/** Before leaving: the village onto the phone, going on where a lost signal stopped it. */
function Prepare({ account, villageCode }: { account: Account; villageCode: string }) {
  const [busy, setBusy] = useState(false);
  const [figures, setFigures] = useState<{ people: number; of: number }>();
  const [done, setDone] = useState<Prepared>();
  const [problem, setProblem] = useState<Problem>();
  const name = account.posts.flatMap(({ scopes }) => scopes).find(({ code }) => code === villageCode)?.name ?? '';

  const run = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await pagesKept();
      setDone(
        await prepareVillage({
          shelf: storage,
          accountId: account.accountId,
          villageCode,
          fetchPage: (ask) => call(villageBundle, ask),
          progress: (people, of) => setFigures({ people, of }),
        })
      );
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
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
      <Card title={name}>
        {figures ? (
          <ProgressFigure label="已存到手机" done={figures.people} total={figures.of} unit="人" />
        ) : (
          '名单、户、上次的结果和表格会存到手机里。断了可以接着取，已取的不会重来。'
        )}
      </Card>
      {done && (
        <Notice tone="done" name="prepared">
          {done.whole ? '全村名单已存好，没有信号也能用。' : '已更新有变化的人，其余没有变。'}
        </Notice>
      )}
      <Notice>名单只在您自己的账号下打开；退出登录、账号停用或任务到期后，会从手机里删掉。</Notice>
    </Page>
  );
}
