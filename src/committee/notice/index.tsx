import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { usePages } from '@/client/calls/use-pages';
import { useQuery } from '@/client/calls/use-query';
import { open } from '@/client/navigate';
import { StaffOnly } from '@/client/StaffOnly';
import { usePrint } from '@/client/use-print';
import { noticeCounts, poster, showNotice, withdrawNotice } from '@/domain/operations/publicity/notice';
import { share, useShareCard } from '@/platform/outward/share';
import {
  ActionButton,
  Card,
  ListRow,
  Notice,
  Page,
  PrimaryAction,
  ProblemNotice,
  ProgressFigure,
  Sheet,
  TextField,
  toast,
} from '@/ui';

export default function CommitteeNoticePage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['committee', 'town', 'county', 'supervisor']}>
      {() => <NoticeView noticeId={params.id ?? ''} fresh={params.fresh === '1'} />}
    </StaffOnly>
  );
}

/** How many read it, village by village; the poster, the share card, taking it down. */
function NoticeView({ noticeId, fresh }: { noticeId: string; fresh: boolean }) {
  const text = useQuery(showNotice, { noticeId });
  const counts = usePages(noticeCounts, { noticeId, limit: 50 });
  const print = usePrint(poster);
  const card = () => ({ title: text.value?.share.title ?? '公告', page: text.value?.share.path ?? '' });
  useShareCard(card);
  const totals = counts.last;
  return (
    <Page
      dense
      loading={text.loading}
      action={
        <PrimaryAction
          name="poster"
          onPress={() => void print.run({ noticeId })}
          second={{ label: '转发到微信群', onPress: () => void share(card()).then(toast), name: 'share' }}
        >
          打印海报
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={text.problem ?? counts.problem ?? print.problem} onRetry={() => void counts.reload()} />
      {fresh && (
        <Notice tone="done" name="published">
          已发布，村民现在就能看到。可以打印海报贴在公开栏，或转发到微信群。
        </Notice>
      )}
      {text.value?.withdrawn && <Notice tone="wait">{`已撤回：${text.value.withdrawn.reason}`}</Notice>}
      {totals && (
        <Card {...(text.value ? { title: text.value.title } : {})}>
          <ProgressFigure
            label="打开过的账号"
            done={totals.reads}
            total={totals.accounts}
            unit="个已绑定账号"
            note={`范围内共 ${totals.people} 人`}
          />
        </Card>
      )}
      {counts.items.length > 1 && (
        <Card flush>
          {counts.items.map(({ villageCode, villageName, reads, accounts }) => (
            <ListRow key={villageCode} title={villageName} value={`${reads} / ${accounts}`} />
          ))}
        </Card>
      )}
      <Card flush>
        <ListRow name="open-notice" title="看公告原文" onPress={() => open('notice', { id: noticeId })} />
      </Card>
      {!text.value?.withdrawn && <Withdraw noticeId={noticeId} onDone={() => void text.reload()} />}
    </Page>
  );
}

function Withdraw({ noticeId, onDone }: { noticeId: string; onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useCommand(withdrawNotice);
  const run = async () => {
    if ((await withdraw.run({ noticeId, reason })) === undefined) return;
    setAsking(false);
    toast('已撤回');
    onDone();
  };
  return (
    <>
      <ActionButton kind="danger" name="withdraw" onPress={() => setAsking(true)}>
        撤回这份公告
      </ActionButton>
      <Sheet open={asking} onClose={() => setAsking(false)} title="撤回公告">
        <ProblemNotice problem={withdraw.problem} />
        <TextField
          name="withdraw-reason"
          label="为什么撤回"
          value={reason}
          onChange={setReason}
          max={200}
          placeholder="如：日期写错"
        />
        <ActionButton
          kind="danger"
          name="withdraw-confirm"
          busy={withdraw.busy}
          disabled={reason.trim().length < 2}
          onPress={() => void run()}
        >
          撤回，村民将看不到正文
        </ActionButton>
      </Sheet>
    </>
  );
}
