import { useRouter } from '@tarojs/taro';
import { usePages } from '@/client/calls/use-pages';
import { open } from '@/client/navigate';
import { StaffOnly } from '@/client/StaffOnly';
import { dayOfMoment } from '@/client/words';
import { comparisons } from '@/domain/operations/collecting/comparison';
import { ActionButton, Card, Empty, ListRow, Page, ProblemNotice, StateTag } from '@/ui';

export default function ComparisonsPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['committee', 'supervisor', 'town', 'county']}>
      {(account, post) => <Comparisons place={params.place ?? post.scopes[0]?.code ?? account.county.code} />}
    </StaffOnly>
  );
}

/** Where two people said different things, for somebody who knows the household. */
function Comparisons({ place }: { place: string }) {
  const list = usePages(comparisons, { divisionCode: place, limit: 30 });
  return (
    <Page dense loading={list.loading}>
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {list.items.length === 0 && !list.problem && (
        <Empty title="没有要选的" hint="两个人填得不一样时，会出现在这里，请您选哪个对。" icon="done" />
      )}
      {list.items.length > 0 && (
        <Card title={`要选的 ${list.first?.open ?? 0} 份`} flush>
          {list.items.map(({ comparisonId, name, villageName, fields, lateBy, receivedAt, own }) => (
            <ListRow
              key={comparisonId}
              name={`comparison-${comparisonId}`}
              title={name}
              note={`${fields.slice(0, 3).join('、') || '换人后才送到'} · ${villageName} · ${lateBy} · ${dayOfMoment(receivedAt)}`}
              value={
                own ? (
                  <StateTag tone="plain">要别人选</StateTag>
                ) : (
                  <StateTag tone="wait">{fields.length > 0 ? `${fields.length} 项` : '待选'}</StateTag>
                )
              }
              onPress={() => open('committeeComparison', { id: comparisonId })}
            />
          ))}
        </Card>
      )}
      {list.more && (
        <ActionButton name="more" onPress={() => void list.loadMore()}>
          再看 30 份
        </ActionButton>
      )}
    </Page>
  );
}
