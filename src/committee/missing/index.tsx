import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { usePages } from '@/client/calls/use-pages';
import { StaffOnly } from '@/client/StaffOnly';
import { listMissing, remind } from '@/domain/operations/publicity/reminder';
import { ActionButton, Card, confirm, Empty, Notice, Page, PrimaryAction, ProblemNotice, Tick, toast } from '@/ui';
import { MissingRow } from './MissingRow';
import { Outcome } from './Outcome';

export default function MissingPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['committee', 'town', 'county']}>
      {() => <Missing villageCode={params.village ?? ''} />}
    </StaffOnly>
  );
}

/** Who is missing, who may be reminded now, and why not those who may not. */
function Missing({ villageCode }: { villageCode: string }) {
  const [onlyOpen, setOnlyOpen] = useState(false);
  const list = usePages(listMissing, { villageCode, remindable: onlyOpen, limit: 50 });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const send = useCommand(remind);
  const [outcome, setOutcome] = useState<Awaited<ReturnType<typeof send.run>>>();
  const village = list.last?.village;
  const quiet = list.last?.quiet ?? false;

  const toggle = (personId: string) => {
    const next = new Set(chosen);
    if (!next.delete(personId)) next.add(personId);
    setChosen(next);
  };
  const run = async (whom: 'all' | string[]) => {
    const done = await send.run({ villageCode, whom });
    if (done === undefined) return;
    setOutcome(done);
    setChosen(new Set());
    toast(`已提醒 ${done.sent} 人`);
    await list.reload();
  };
  const all = async () => {
    const yes = await confirm({
      title: `提醒全村未填的 ${village?.missing ?? 0} 人？`,
      message: '三天内提醒过、已提醒四次、已拒绝的人会自动跳过。',
      confirm: '全部提醒',
    });
    if (yes) await run('all');
  };

  return (
    <Page
      dense
      title={village ? `${village.name}：还有 ${village.missing} 人未填` : '未填报名单'}
      loading={list.loading}
      action={
        <PrimaryAction
          name="send"
          busy={send.busy}
          disabled={quiet || chosen.size === 0}
          onPress={() => void run([...chosen])}
          second={{ label: '全部提醒', onPress: () => void all(), name: 'send-all' }}
          {...(quiet ? { note: '晚上九点到早上八点不发提醒，请在白天再来。' } : {})}
        >
          {chosen.size === 0 ? '请先选人' : `提醒选中的 ${chosen.size} 人`}
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={list.problem ?? send.problem} onRetry={() => void list.reload()} />
      {outcome && <Outcome outcome={outcome} />}
      {list.items.length === 0 && !list.problem ? (
        <Empty
          title={onlyOpen ? '现在没有可以提醒的人' : '全村都填报了'}
          hint={onlyOpen ? '关掉上面的筛选，可以看到每个人为什么不能提醒。' : '以后情况有变化，居民可以自己更新。'}
          icon="done"
        />
      ) : (
        <>
          <Notice>每人三天内最多提醒一次，一共不超过四次；拒绝过的不再提醒。</Notice>
          <Tick name="only-open" label="只看现在可以提醒的" value={onlyOpen} onChange={setOnlyOpen} />
          <Card flush>
            {list.items.map((person) => (
              <MissingRow
                key={person.personId}
                person={person}
                chosen={chosen.has(person.personId)}
                onToggle={() => toggle(person.personId)}
              />
            ))}
          </Card>
          {list.more && (
            <ActionButton name="more" onPress={() => void list.loadMore()}>
              再看 50 人
            </ActionButton>
          )}
        </>
      )}
    </Page>
  );
}
