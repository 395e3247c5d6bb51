import { useDidShow } from '@tarojs/taro';
import { type Account, loadAccount, useAccount } from '@/client/account';
import { useQuery } from '@/client/calls/use-query';
import { open } from '@/client/navigate';
import { OutboxNotice } from '@/client/outbox/OutboxNotice';
import { dayInWords, daysBetween } from '@/client/words';
import { returnedToMe } from '@/domain/operations/office/quality';
import { listNotices } from '@/domain/operations/publicity/notice';
import { myReminders } from '@/domain/operations/publicity/reminder';
import { Card, Empty, ListRow, Notice, Page, PrimaryAction, ProblemNotice, StateTag, TextSizeSwitch } from '@/ui';
import { usePendingSlip } from '../slip/pending';
import { nextStep } from './next-step';
import { PersonCard } from './PersonCard';

export default function ResidentHome() {
  const { account, loading, problem, fresh } = useAccount();
  useDidShow(() => void loadAccount());
  const anyBack = account?.persons.some(({ collectState }) => collectState === 'returned') ?? false;
  const returned = useQuery(returnedToMe, anyBack ? { limit: 50 } : undefined);
  if (account === undefined) return <Welcome loading={loading} />;
  const step = nextStep(account);
  const back = new Map(returned.value?.items.map((one) => [one.personId, one]));
  return (
    <Page
      action={
        <PrimaryAction name={step.name} onPress={step.go}>
          {step.words}
        </PrimaryAction>
      }
    >
      {!fresh && problem?.code === 'call.unreachable' && (
        <Notice tone="wait" icon="offline">
          现在没有信号，看到的是上次的内容；填写的都存在本机。
        </Notice>
      )}
      {problem !== undefined && problem.code !== 'call.unreachable' && (
        <ProblemNotice problem={problem} onRetry={() => void loadAccount()} />
      )}
      <OutboxNotice />
      <Deadline account={account} />
      <PendingSlip />
      <Reminders />
      {account.persons.length === 0 ? (
        <Empty title="还没有核对身份" hint="先核对您本人的姓名和身份证号，再填报。" icon="person" />
      ) : (
        account.persons.map((person) => (
          <PersonCard key={person.personId} person={person} returned={back.get(person.personId)} />
        ))
      )}
      {account.persons.length > 0 && (
        <Card flush>
          <ListRow
            name="add-family"
            icon="family"
            title="添加家人"
            note="父母、配偶、子女不方便的，您可以替他们填"
            onPress={() => open('addFamily')}
          />
          <ListRow
            name="household"
            icon="home"
            title="我家的填报方式"
            note="自己填，或请采集员上门；看看家里还有谁没填"
            onPress={() => open('household')}
          />
        </Card>
      )}
      <Notices />
      <Card flush>
        {account.posts.some(({ current }) => current) && (
          <ListRow
            name="posts"
            icon="file"
            title="我的岗位"
            note={account.posts.map(({ title }) => title).join('、')}
            onPress={() => open('posts')}
          />
        )}
        <ListRow
          name="slip"
          icon="qrcode"
          title="输入入户告知单"
          note="村委会发到每一户的那张纸"
          onPress={() => open('slip')}
        />
        <ListRow
          name="check-badge"
          icon="qrcode"
          title="查验上门的采集员"
          note="扫他的采集员证，看是不是真的"
          onPress={() => open('badge')}
        />
        <ListRow
          name="settings"
          icon="person"
          title="设置"
          note={`${account.name} · 大字、消息订阅、退出`}
          onPress={() => open('settings')}
        />
      </Card>
    </Page>
  );
}

function Welcome({ loading }: { loading: boolean }) {
  return (
    <Page
      loading={loading}
      action={
        <PrimaryAction name="to-sign-in" onPress={() => open('signIn')}>
          开始
        </PrimaryAction>
      }
    >
      <Card title="三都水族自治县就业信息申报" extra={<TextSizeSwitch />}>
        几分钟填完。家里人不方便用手机的，您可以替他们填。在外地务工也能填。
      </Card>
      <Notice>您填写的信息只用于就业服务和统计，按规定保密。</Notice>
    </Page>
  );
}

function Deadline({ account }: { account: Account }) {
  const { deadline, closed } = account.campaign;
  const left = deadline === null ? undefined : daysBetween(account.today, deadline);
  const words =
    deadline === null || left === undefined
      ? '情况有变化随时可以更新。'
      : left >= 0
        ? `请在 ${dayInWords(deadline)} 前填报，还有 ${left} 天。`
        : '集中填报已结束，情况有变化随时可以更新。';
  // Told before somebody fills in a form that would be refused.
  const told = closed === '' ? words : closed;
  return (
    <Card title={account.county.name} extra={<TextSizeSwitch />}>
      {told}
    </Card>
  );
}

function Reminders() {
  const { value } = useQuery(myReminders, {});
  const waiting = value?.items.filter(({ answered }) => !answered) ?? [];
  const first = waiting[0];
  if (first === undefined) return null;
  return (
    <Notice
      tone="wait"
      icon="bell"
      name="reminder"
      action={{
        label: '去填报',
        onPress: () => open('declare', { person: first.personId, reminder: first.reminderId }),
      }}
    >
      {`${first.from}提醒：${first.words}`}
    </Notice>
  );
}

function PendingSlip() {
  const code = usePendingSlip();
  if (code === undefined) return null;
  return (
    <Notice name="pending-slip" icon="qrcode" action={{ label: '打开', onPress: () => open('slip', { code }) }}>
      您扫过入户告知单，核对身份后就能看到您家。
    </Notice>
  );
}

function Notices() {
  const { value } = useQuery(listNotices, { limit: 3 });
  const items = value?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title="公告" flush>
      {items.map(({ noticeId, title, issuer, read }) => (
        <ListRow
          key={noticeId}
          name={`notice-${noticeId}`}
          title={title}
          note={issuer}
          value={read ? undefined : <StateTag tone="wait">未读</StateTag>}
          onPress={() => open('notice', { id: noticeId })}
        />
      ))}
      <ListRow name="notices" title="全部公告" onPress={() => open('notices')} />
    </Card>
  );
}
