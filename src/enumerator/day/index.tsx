import type { Account } from '@/client/account';
import { open } from '@/client/navigate';
import { OutboxNotice } from '@/client/outbox/OutboxNotice';
import { StaffOnly } from '@/client/StaffOnly';
import { Empty, Page, PrimaryAction } from '@/ui';
import { useCarried } from '../parts/use-carried';
import { useChosenVillage } from '../parts/use-chosen-village';
import { LapsedNotice } from './LapsedNotice';
import { VillageChoice } from './VillageChoice';
import { VillageList } from './VillageList';

export default function EnumeratorDay() {
  return <StaffOnly roles={['enumerator']}>{(account) => <Day account={account} />}</StaffOnly>;
}

/** The day's list: the villages of this enumerator, household by household; works without signal from a cold start. */
function Day({ account }: { account: Account }) {
  const chosen = useChosenVillage(account);
  const { village, loading } = useCarried(account.accountId, chosen.code);
  if (chosen.codes.length === 0) {
    return (
      <Page
        dense
        action={
          <PrimaryAction name="posts" onPress={() => open('posts')}>
            我的岗位
          </PrimaryAction>
        }
      >
        <LapsedNotice />
        <OutboxNotice />
        <Empty title="现在没有分给您的村" hint="镇里或公司督导分派后，这里会出现村名。" icon="file" />
      </Page>
    );
  }
  const tabs = <VillageChoice villages={chosen.codes} value={chosen.code} onChange={chosen.choose} />;
  if (village === undefined) {
    return (
      <Page
        dense
        loading={loading || !chosen.ready}
        top={tabs}
        action={
          <PrimaryAction name="prepare" onPress={() => open('enumeratorPrepare', { village: chosen.code })}>
            准备今天的村
          </PrimaryAction>
        }
      >
        <LapsedNotice />
        <OutboxNotice />
        <Empty
          title="这个村的名单还没有存到手机"
          hint="出发前在有信号的地方点“准备今天的村”，山里没信号也能用。"
          icon="offline"
        />
      </Page>
    );
  }
  return <VillageList account={account} village={village} tabs={tabs} />;
}
