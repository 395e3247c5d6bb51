import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { open } from '@/client/navigate';
import { SignedIn } from '@/client/SignedIn';
import { history, paper } from '@/domain/operations/collecting/collect';
import { canPrint, printDocument } from '@/platform/outward/print';
import { ActionButton, Card, Empty, Facts, ListRow, Page, PrimaryAction, ProblemNotice, Tabs, toast } from '@/ui';
import { Versions } from './Versions';

type View = 'now' | 'history';

/** What was sent, as it reads on paper; what changed when; and the way to correct it. */
export default function RecordPage() {
  const { params } = useRouter();
  return <SignedIn>{() => <RecordView personId={params.person ?? ''} />}</SignedIn>;
}

function RecordView({ personId }: { personId: string }) {
  const [view, setView] = useState<View>('now');
  const copy = useQuery(paper, { personId });
  const versions = useQuery(history, { personId });
  const print = async () => {
    if (copy.value === undefined) return;
    const word = await printDocument(copy.value.html);
    if (word !== undefined) toast(word);
  };
  return (
    <Page
      loading={copy.loading}
      top={
        <Tabs
          value={view}
          onChange={setView}
          items={[
            { value: 'now', label: '现在的内容' },
            { value: 'history', label: '修改记录', count: versions.value?.versions.length ?? 0 },
          ]}
        />
      }
      action={
        <PrimaryAction name="correct" onPress={() => open('declare', { person: personId })}>
          更正或更新
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={copy.problem ?? versions.problem} onRetry={() => void copy.reload()} />
      {view === 'history' ? (
        <Versions versions={versions.value?.versions ?? []} />
      ) : copy.value === undefined ? (
        <Empty title="还没有填报" hint="点下面的按钮开始填。" />
      ) : (
        <>
          <Card flush>
            <ListRow title="回执号" value={copy.value.receiptNo} />
          </Card>
          {copy.value.sections.map(({ title, lines }) => (
            <Card key={title} title={title}>
              <Facts items={lines.map(({ label, text }) => ({ label, value: text }))} />
            </Card>
          ))}
          {canPrint() && (
            <ActionButton name="print" onPress={() => void print()}>
              打印采集表
            </ActionButton>
          )}
          <Card flush>
            <ListRow
              name="looked"
              icon="info"
              title="谁看过我的信息"
              note="哪位工作人员、什么时候、为什么"
              onPress={() => open('looked', { person: personId })}
            />
            <ListRow
              name="correction"
              icon="edit"
              title="申请更正"
              note="户籍、证件等自己改不了的内容"
              onPress={() => open('correction', { person: personId })}
            />
          </Card>
        </>
      )}
    </Page>
  );
}
