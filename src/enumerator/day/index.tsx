import { useReachBottom } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import type { Account } from '@/client/account';
import { open } from '@/client/navigate';
import { OutboxNotice } from '@/client/OutboxNotice';
import { useOutbox } from '@/client/outbox';
import { StaffOnly } from '@/client/StaffOnly';
import { momentInWords } from '@/client/words';
import { Card, Empty, ListRow, Notice, Page, PrimaryAction, ProgressFigure, SearchBar, TextSizeSwitch } from '@/ui';
import { useCarried } from '../parts/use-carried';
import { useChosenVillage } from '../parts/use-chosen-village';
import type { CarriedVillage } from '../shelf/carried';
import { filtered, groupsOf, householdsOf, isOpen } from '../shelf/order';
import { Filters } from './Filters';
import { HouseholdRow } from './HouseholdRow';
import { VillageChoice } from './VillageChoice';

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
        <OutboxNotice />
        <Empty
          title="这个村的名单还没有存到手机"
          hint="出发前在有信号的地方点“准备今天的村”，山里没信号也能用。"
          icon="offline"
        />
      </Page>
    );
  }
  return <VillageList village={village} tabs={tabs} />;
}

/** So many households at first and at each reach of the bottom: a long village opens at once on a slow phone. */
const portion = 30;

function VillageList({ village, tabs }: { village: CarriedVillage; tabs: React.ReactNode }) {
  const [words, setWords] = useState('');
  const [group, setGroup] = useState('');
  const [openOnly, setOpenOnly] = useState(false);
  const [shown, setShown] = useState(portion);
  const { entries } = useOutbox();
  const all = useMemo(() => householdsOf(village), [village]);
  const list = useMemo(() => filtered(all, { words, group, openOnly }), [all, words, group, openOnly]);
  useReachBottom(() => setShown((before) => before + portion));
  const people = village.persons.length;
  const left = village.persons.filter(isOpen).length;
  return (
    <Page
      dense
      title={`${village.townName}${village.villageName}`}
      top={
        <>
          {tabs}
          <SearchBar
            name="search"
            value={words}
            onChange={setWords}
            placeholder="姓名、拼音首字母、门牌号或身份证后四位"
          />
        </>
      }
      action={
        <PrimaryAction
          name="add-person"
          onPress={() => open('enumeratorAdd', { village: village.villageCode })}
          second={{
            label: '更新名单',
            onPress: () => open('enumeratorPrepare', { village: village.villageCode }),
            name: 'prepare',
          }}
        >
          登记名册外的人
        </PrimaryAction>
      }
    >
      <OutboxNotice />
      <Card extra={<TextSizeSwitch />} title={`还剩 ${left} 人`}>
        <ProgressFigure
          small
          label="已采集"
          done={people - left}
          total={people}
          unit="人"
          note={`名单更新于 ${momentInWords(village.asOf)}`}
        />
        <LeaseNote leasedUntil={village.leasedUntil} />
      </Card>
      <Filters
        groups={groupsOf(village)}
        group={group}
        onGroup={setGroup}
        openOnly={openOnly}
        onOpenOnly={setOpenOnly}
      />
      <Card flush>
        <ListRow
          name="employers"
          icon="file"
          title="本村的用人单位"
          note="企业、个体户、合作社，填《用人单位采集表》"
          onPress={() => open('enumeratorEmployers', { village: village.villageCode })}
        />
      </Card>
      {list.length === 0 ? (
        <Empty
          title="没有找到"
          hint={
            words === ''
              ? '换一个组，或关掉上面的筛选。'
              : '换姓名、门牌号或身份证后四位再找；名册上没有的，点下面登记。'
          }
          icon="search"
        />
      ) : (
        <Card flush>
          {list.slice(0, shown).map((item) => (
            <HouseholdRow
              key={item.household?.householdId ?? 'none'}
              item={item}
              entries={entries}
              onPress={() =>
                open('enumeratorHousehold', {
                  village: village.villageCode,
                  household: item.household?.householdId ?? '',
                })
              }
            />
          ))}
          {list.length > shown && (
            <ListRow name="more" title={`还有 ${list.length - shown} 户`} onPress={() => setShown(shown + portion)} />
          )}
        </Card>
      )}
    </Page>
  );
}

function LeaseNote({ leasedUntil }: { leasedUntil: string | null }) {
  if (leasedUntil === null) return null;
  const left = Math.ceil((Date.parse(leasedUntil) - Date.now()) / 86_400_000);
  if (left > 7) return null;
  return (
    <Notice tone="wait">
      {left > 0 ? `这个村的任务还有 ${left} 天到期` : '这个村的任务已到期，填的内容会送去核对，请联系督导'}
    </Notice>
  );
}
