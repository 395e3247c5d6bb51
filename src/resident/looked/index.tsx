import { useRouter } from '@tarojs/taro';
import { usePages } from '@/client/calls/use-pages';
import { open } from '@/client/navigate';
import { SignedIn } from '@/client/SignedIn';
import { whoLooked } from '@/domain/operations/collecting/corrections';
import { ActionButton, Card, Empty, Notice, Page, PrimaryAction, ProblemNotice } from '@/ui';
import { Lists } from './Lists';
import { Look } from './Look';

/** Who looked at what is held about a person, when and why; and the way to say that something is wrong. */
export default function LookedPage() {
  const { params } = useRouter();
  return <SignedIn>{() => <LookedView personId={params.person ?? ''} />}</SignedIn>;
}

function LookedView({ personId }: { personId: string }) {
  const looks = usePages(whoLooked, { personId, limit: 30 });
  const lists = looks.first?.lists ?? [];
  const nothing = !looks.loading && looks.problem === undefined && looks.items.length === 0 && lists.length === 0;
  return (
    <Page
      loading={looks.loading && looks.items.length === 0}
      action={
        <PrimaryAction name="ask-correction" onPress={() => open('correction', { person: personId })}>
          信息有误，申请更正
        </PrimaryAction>
      }
    >
      <Notice>
        工作人员每次打开您的资料、查看原文、办理业务、查找时看到您，都逐条列在这里，不能删改；整村的名单和导出的文件，按天列在最后（近
        90 天）。您自己查看的不列。
      </Notice>
      <ProblemNotice problem={looks.problem} onRetry={() => void looks.reload()} />
      {nothing && (
        <Empty title="还没有人查看过" hint="以后有人查看，会在这里写明是谁、什么时候、为什么。" icon="info" />
      )}
      {looks.items.map((look) => (
        <Look key={look.lookId} look={look} />
      ))}
      {looks.more && (
        <ActionButton name="more" onPress={() => void looks.loadMore()}>
          再看更早的
        </ActionButton>
      )}
      {lists.length > 0 && (
        <Card title="名单里看到过您的" flush>
          <Lists lists={lists} />
        </Card>
      )}
    </Page>
  );
}
