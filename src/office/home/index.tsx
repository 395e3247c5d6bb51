import { useRouter } from '@tarojs/taro';
import type { Account } from '@/client/account';
import { useQuery } from '@/client/calls/use-query';
import { open, replace } from '@/client/navigate';
import { dayInWords } from '@/client/words';
import { progress } from '@/domain/operations/office/progress';
import { atDesk } from '@/platform/device/desk';
import { Card, ListRow, Notice, Page, PrimaryAction, ProblemNotice, ProgressFigure, TextSizeSwitch } from '@/ui';
import { homePlace, may, OfficeOnly } from '../parts/OfficeOnly';
import { Places } from './Places';
import { States } from './States';

/** What an officer does on the move: how far, who is behind, records to look at, a computer to let in. */
export default function OfficeHome() {
  return <OfficeOnly>{(account, post) => <Home account={account} post={post} />}</OfficeOnly>;
}

interface HomeProps {
  account: Account;
  post: Account['posts'][number];
}

function Home({ account, post }: HomeProps) {
  const { params } = useRouter();
  const place = params.place ?? homePlace(post, account.county.code);
  const atHome = params.place === undefined;
  const { value, problem, loading, reload } = useQuery(progress, { divisionCode: place });
  const total = value?.total;
  return (
    <Page
      dense
      loading={loading}
      {...(total ? { title: total.name } : {})}
      action={
        may(post, 'record.review') && (
          <PrimaryAction name="review" onPress={() => open('officeReview', { place })}>
            {total && reviewWords(total, may(post, 'record.accept'))}
          </PrimaryAction>
        )
      }
    >
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {atHome && atDesk() && (
        <Notice name="console" action={{ label: '打开办公台', onPress: () => replace('console') }}>
          您正在用电脑，办公台的表格和图更全。
        </Notice>
      )}
      {value && total && (
        <Card title={atHome ? `${account.name}，您好` : '进度'} extra={<TextSizeSwitch />}>
          <ProgressFigure
            label="已完成"
            done={total.done}
            total={total.people}
            plan={total.planned}
            unit="人"
            note={deadlineNote(value.plan, total.sentence)}
          />
        </Card>
      )}
      {total && <States total={total} lists={may(post, 'person.list')} />}
      {value && value.children.length > 0 && (
        <Places rows={value.children} onOpen={(code) => open('officeHome', { place: code })} />
      )}
      {atHome && <Doings post={post} />}
    </Page>
  );
}

const reviewWords = ({ collected, confirmed }: { collected: number; confirmed: number }, accepts: boolean): string =>
  accepts ? `验收已审核的 ${confirmed} 人` : `审核已采集的 ${collected} 人`;

function Doings({ post }: { post: HomeProps['post'] }) {
  return (
    <Card flush>
      {may(post, 'assignment.manage') && (
        <ListRow
          name="live-board"
          icon="sync"
          title="现场看板"
          note="谁在哪个村、最后同步、还有多少没发"
          onPress={() => open('officeBoard')}
        />
      )}
      {may(post, 'comparison.settle') && (
        <ListRow
          name="comparisons"
          icon="warning"
          title="两份不同的答案"
          note="同一个人两边填得不一样，逐项选"
          onPress={() => open('committeeComparisons')}
        />
      )}
      {may(post, 'notice.count') && (
        <ListRow name="notices" icon="bell" title="公告和阅读人数" onPress={() => open('committeeNotices')} />
      )}
      <ListRow
        name="web-sign-in"
        icon="qrcode"
        title="确认电脑登录"
        note="在办公电脑上登录时用"
        onPress={() => open('webSignIn')}
      />
      <ListRow name="posts" icon="person" title="切换岗位" onPress={() => open('posts')} />
      <ListRow name="settings" icon="file" title="设置" onPress={() => open('settings')} />
    </Card>
  );
}

function deadlineNote({ endsOn, daysLeft }: { endsOn: string; daysLeft: number }, sentence: string): string {
  const left =
    daysLeft >= 0 ? `截止 ${dayInWords(endsOn)}，还有 ${daysLeft} 天。` : `已于 ${dayInWords(endsOn)} 截止。`;
  return `${left}${sentence}`;
}
