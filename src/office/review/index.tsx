import { useRouter } from '@tarojs/taro';
import type { Account } from '@/client/account';
import { useCommand } from '@/client/calls/use-command';
import { usePages } from '@/client/calls/use-pages';
import { open } from '@/client/navigate';
import { dayOfMoment } from '@/client/words';
import { codeLabel } from '@/domain/codes';
import { acceptRecords, confirmRecords, reviewList } from '@/domain/operations/office/quality';
import { ActionButton, Card, confirm, Empty, ListRow, Page, PrimaryAction, ProblemNotice, StateTag, toast } from '@/ui';
import { homePlace, may, OfficeOnly } from '../parts/OfficeOnly';

/** What waits for this post's look: the county accepts what the towns confirmed, the others confirm. */
export default function OfficeReviewPage() {
  return <OfficeOnly>{(account, post) => <Review account={account} post={post} />}</OfficeOnly>;
}

interface ReviewProps {
  account: Account;
  post: Account['posts'][number];
}

function Review({ account, post }: ReviewProps) {
  const { params } = useRouter();
  const accepts = may(post, 'record.accept');
  const list = usePages(reviewList, {
    divisionCode: params.place ?? homePlace(post, account.county.code),
    state: accepts ? 'confirmed' : 'collected',
    limit: 30,
  });
  const act = useCommand(accepts ? acceptRecords : confirmRecords);
  const word = accepts ? '验收' : '审核通过';
  // What carries a warning or closes somebody is looked at one by one.
  const clean = list.items.filter(({ warnings, closedAs }) => warnings === 0 && closedAs === null);
  const all = async () => {
    const sure = await confirm({
      title: `${word}这 ${clean.length} 条？`,
      message: '只包括本页没有疑点的记录；有疑点的、办结的请逐条打开看。',
      confirm: word,
    });
    if (!sure) return;
    const reply = await act.run({ records: clean.map(({ recordId, version }) => ({ recordId, version })) });
    if (reply === undefined) return;
    toast(reply.left > 0 ? `${word} ${reply.done} 条，${reply.left} 条没有办` : `${word} ${reply.done} 条`);
    await list.reload();
  };
  return (
    <Page
      dense
      loading={list.loading}
      title={accepts ? '待验收' : '待审核'}
      action={
        clean.length > 0 && (
          <PrimaryAction name="settle-all" busy={act.busy} onPress={() => void all()}>
            {`${word}本页没有疑点的 ${clean.length} 条`}
          </PrimaryAction>
        )
      }
    >
      <ProblemNotice problem={list.problem ?? act.problem} onRetry={() => void list.reload()} />
      {list.items.length === 0 && !list.problem && (
        <Empty
          title={accepts ? '没有待验收的记录' : '没有待审核的记录'}
          hint={accepts ? '镇街审核通过以后会出现在这里。' : '采集员和居民填报以后会出现在这里。'}
          icon="done"
        />
      )}
      {list.items.length > 0 && (
        <Card title={`共 ${list.last?.waiting ?? 0} 条`} flush>
          {list.items.map((row) => (
            <ListRow
              key={row.recordId}
              name={`record-${row.recordId}`}
              title={row.name}
              note={`${row.formId === 'employer' ? '单位 · ' : ''}${row.villageName} · ${row.author} · ${dayOfMoment(row.collectedAt)}`}
              value={tagOf(row)}
              onPress={() =>
                open('officeRecord', {
                  record: row.recordId,
                  version: String(row.version),
                  form: row.formId,
                  subject: row.subjectId,
                  state: row.state,
                })
              }
            />
          ))}
        </Card>
      )}
      {list.more && (
        <ActionButton name="more" onPress={() => void list.loadMore()}>
          再看 30 条
        </ActionButton>
      )}
    </Page>
  );
}

function tagOf({ closedAs, warnings }: { closedAs: string | null; warnings: number }) {
  if (closedAs !== null) return <StateTag tone="fault">{`办结：${codeLabel('population_class', closedAs)}`}</StateTag>;
  return warnings > 0 ? <StateTag tone="wait">{`疑点 ${warnings}`}</StateTag> : undefined;
}
