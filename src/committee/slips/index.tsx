import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { usePages } from '@/client/calls/use-pages';
import { StaffOnly } from '@/client/StaffOnly';
import { dayInWords } from '@/client/words';
import { reachOf } from '@/domain/access';
import { slipList } from '@/domain/operations/account/household';
import { ActionButton, Card, Empty, ListRow, Notice, Page, PrimaryAction, ProblemNotice, Tabs } from '@/ui';
import { Choice } from './Choice';
import { Reissue } from './Reissue';
import { type SlipLine, SlipRow } from './SlipRow';
import { sheetNote, useSheets } from './use-sheets';

export default function SlipsPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['committee', 'town', 'county']}>
      {(_account, { role }) => (
        <Slips villageCode={params.village ?? ''} records={reachOf(role, 'visit.record') !== undefined} />
      )}
    </StaffOnly>
  );
}

/** How each household wants to be asked; the slips to print, five sheets at a time. */
function Slips({ villageCode, records }: { villageCode: string; records: boolean }) {
  const [group, setGroup] = useState('');
  const list = usePages(slipList, { villageCode, group, limit: 50 });
  const sheets = useSheets(villageCode, group, list.reload);
  const [opened, setOpened] = useState<SlipLine>();
  const [lost, setLost] = useState<SlipLine>();
  const openerOf = (row: SlipLine) => {
    if (records) return () => setOpened(row);
    return row.issuedAt === null ? undefined : () => setLost(row);
  };
  const told = list.first;
  const households = told && Object.values(told.standings).reduce((sum, one) => sum + one, 0);
  return (
    <Page
      dense
      loading={list.loading}
      top={
        told &&
        told.groups.length > 1 && (
          <Tabs
            value={group}
            onChange={setGroup}
            items={[
              { value: '', label: '全村' },
              ...told.groups.map((one) => ({ value: one, label: one || '未分组' })),
            ]}
          />
        )
      }
      action={
        list.items.length > 0 && (
          <PrimaryAction
            name="print"
            busy={sheets.busy}
            note={sheetNote(sheets.printed)}
            onPress={() => void sheets.print()}
          >
            {sheets.printed === undefined || sheets.printed.next === null ? '打印告知单' : '打印下面的 40 户'}
          </PrimaryAction>
        )
      }
    >
      <ProblemNotice problem={list.problem ?? sheets.problem} onRetry={() => void list.reload()} />
      {told && (
        <Card title={`共 ${households} 户`} flush>
          <ListRow icon="done" title="全家已填好" value={`${told.standings.done} 户`} />
          <ListRow icon="person" title="说了自己填" value={`${told.standings.self} 户`} />
          <ListRow icon="home" title="请采集员上门" value={`${told.standings.asked} 户`} />
          {told.window.open ? (
            <ListRow icon="info" title="还没有选" value={`${told.standings.open} 户`} />
          ) : (
            <ListRow icon="warning" title="时间已过，要上门" value={`${told.standings.due} 户`} />
          )}
        </Card>
      )}
      {told?.window.closesOn && (
        <Notice>
          {told.window.open
            ? `各户在${dayInWords(told.window.closesOn)}前可以改；过了这一天没有填的，自动转为上门。`
            : `各户选填报方式的时间到${dayInWords(told.window.closesOn)}为止，没有填的都要上门。`}
        </Notice>
      )}
      {list.items.length === 0 && !list.problem && (
        <Empty title="这里还没有户" hint="导入户籍名册以后，这里会按组列出每一户。" icon="home" />
      )}
      {list.items.length > 0 && (
        <Card flush>
          {list.items.map((row) => (
            <SlipRow key={row.householdId} row={row} onOpen={openerOf(row)} />
          ))}
        </Card>
      )}
      {list.more && (
        <ActionButton name="more" onPress={() => void list.loadMore()}>
          再看 50 户
        </ActionButton>
      )}
      <Choice
        row={opened}
        windowOpen={told?.window.open ?? false}
        onClose={() => setOpened(undefined)}
        onDone={list.reload}
        onLost={(row) => {
          setOpened(undefined);
          setLost(row);
        }}
      />
      <Reissue row={lost} onClose={() => setLost(undefined)} onDone={list.reload} />
    </Page>
  );
}
