import type { Account } from '@/client/account';
import { useQuery } from '@/client/calls/use-query';
import { open } from '@/client/navigate';
import { OutboxNotice } from '@/client/outbox/OutboxNotice';
import { StaffOnly } from '@/client/StaffOnly';
import { usePrint } from '@/client/use-print';
import { dayInWords, daysBetween } from '@/client/words';
import { progress } from '@/domain/operations/office/progress';
import { placements } from '@/domain/operations/people/placement';
import { boardSheet } from '@/domain/operations/publicity/notice';
import { Card, ListRow, Notice, Page, PrimaryAction, ProblemNotice, ProgressFigure, Tabs, TextSizeSwitch } from '@/ui';
import { useVillage } from '../parts/use-village';

export default function CommitteeHome() {
  return <StaffOnly roles={['committee']}>{(account) => <Home account={account} />}</StaffOnly>;
}

/** How many of how many, who is missing, one button to remind, one to put up a notice. */
function Home({ account }: { account: Account }) {
  const { villages, village, choose, query } = useVillage();
  const figures = useQuery(progress, village && { divisionCode: village.code });
  const waiting = useQuery(placements, { limit: 50 });
  const print = usePrint(boardSheet);
  const total = figures.value?.total;
  const missing = total === undefined ? undefined : total.due + total.returned;
  return (
    <Page
      dense
      title={village ? `${village.townName}${village.name}` : '本村进度'}
      loading={query.loading || figures.loading}
      top={
        villages.length > 1 &&
        village && (
          <Tabs
            value={village.code}
            onChange={choose}
            items={villages.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )
      }
      action={
        village && (
          <PrimaryAction
            name="remind"
            disabled={missing === 0}
            onPress={() => open('committeeMissing', { village: village.code })}
            second={{
              label: '发公告',
              onPress: () => open('committeePublish', { village: village.code }),
              name: 'publish',
            }}
          >
            {missing === undefined ? '看未填名单' : `提醒未填的 ${missing} 人`}
          </PrimaryAction>
        )
      }
    >
      <ProblemNotice problem={query.problem ?? figures.problem} onRetry={() => void figures.reload()} />
      <OutboxNotice />
      {total && (
        <Card extra={<TextSizeSwitch />} title={greeting(account)}>
          <ProgressFigure
            label="本村已采集"
            done={total.done}
            total={total.people}
            plan={total.planned}
            unit="人"
            note={figures.value ? deadlineNote(account.today, figures.value.plan.endsOn, total.sentence) : undefined}
          />
        </Card>
      )}
      {total && (
        <Card flush>
          <ListRow
            name="missing"
            icon="person"
            title="还没有填报"
            value={`${missing} 人`}
            note={total.returned > 0 ? `其中退回待改 ${total.returned} 人` : undefined}
            onPress={() => open('committeeMissing', { village: village?.code })}
          />
          <ListRow icon="done" title="已采集" value={`${total.collected} 人`} />
          <ListRow icon="done" title="已审核、验收" value={`${total.confirmed + total.accepted} 人`} />
          <ListRow icon="file" title="已办结（死亡、迁出等）" value={`${total.closed} 人`} />
        </Card>
      )}
      {waiting.value && waiting.value.items.length > 0 && (
        <Notice tone="wait" name="placements" action={{ label: '去认领', onPress: () => open('committeePlacements') }}>
          {`有 ${waiting.value.items.length}${waiting.value.next ? '+' : ''} 人可能是本村的，等您认领`}
        </Notice>
      )}
      <Card flush>
        <ListRow name="notices" icon="bell" title="已发公告和阅读人数" onPress={() => open('committeeNotices')} />
        {village && (
          <ListRow
            name="comparisons"
            icon="warning"
            title="两份不同的答案"
            note="同一个人两边填得不一样，请您选哪个对"
            onPress={() => open('committeeComparisons', { place: village.code })}
          />
        )}
        {village && (
          <ListRow
            name="slips"
            icon="qrcode"
            title="入户告知单和填报方式"
            note="每户一张，带二维码；看哪户要上门"
            onPress={() => open('committeeSlips', { village: village.code })}
          />
        )}
        {village && (
          <ListRow
            name="board"
            icon="print"
            title="打印公开栏进度单"
            note="一张 A4，只有数字，没有姓名"
            onPress={() => void print.run({ villageCode: village.code })}
          />
        )}
        <ListRow name="posts" icon="person" title="切换岗位" onPress={() => open('posts')} />
      </Card>
      <ProblemNotice problem={print.problem} />
    </Page>
  );
}

const greeting = ({ name }: Account): string => `${name}，您好`;

function deadlineNote(today: string, endsOn: string, sentence: string): string {
  const left = daysBetween(today, endsOn);
  return left >= 0
    ? `截止 ${dayInWords(endsOn)}，还有 ${left} 天。${sentence}`
    : `集中采集已于 ${dayInWords(endsOn)} 结束。${sentence}`;
}
