import { useReachBottom } from '@tarojs/taro';
import { type ReactNode, useMemo, useState } from 'react';
import type { Account } from '@/client/account';
import { open } from '@/client/navigate';
import { OutboxNotice } from '@/client/outbox/OutboxNotice';
import { useOutbox } from '@/client/outbox/outbox';
import { momentInWords } from '@/client/words';
import { Card, Empty, ListRow, Page, PrimaryAction, ProgressFigure, SearchBar, TextSizeSwitch } from '@/ui';
import type { CarriedVillage } from '../shelf/carried';
import { filtered, groupsOf, householdsOf, isOpen } from '../shelf/order';
import { Filters } from './Filters';
import { FirstThings } from './FirstThings';
import { HouseholdRow } from './HouseholdRow';
import { LapsedNotice } from './LapsedNotice';
import { LeaseNote } from './LeaseNote';

/** So many households at first and at each reach of the bottom: a long village opens at once on a slow phone. */
const portion = 30;

interface VillageListProps {
  account: Account;
  village: CarriedVillage;
  tabs: ReactNode;
}

/** Household by household in the order one walks them; what has to be done first stands above. */
export function VillageList({ account, village, tabs }: VillageListProps) {
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
  const { villageCode } = village;
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
          onPress={() => open('enumeratorAdd', { village: villageCode })}
          second={{
            label: '更新名单',
            onPress: () => open('enumeratorPrepare', { village: villageCode }),
            name: 'prepare',
          }}
        >
          登记名册外的人
        </PrimaryAction>
      }
    >
      <LapsedNotice />
      <OutboxNotice />
      {words === '' && (
        <>
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
          <FirstThings account={account} village={village} />
        </>
      )}
      <Filters
        villageCode={villageCode}
        groups={groupsOf(village)}
        group={group}
        onGroup={setGroup}
        openOnly={openOnly}
        onOpenOnly={setOpenOnly}
      />
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
              words={words}
              entries={entries}
              onPress={() =>
                open('enumeratorHousehold', { village: villageCode, household: item.household?.householdId ?? '' })
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
