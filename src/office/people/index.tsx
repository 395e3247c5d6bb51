import { useRouter } from '@tarojs/taro';
import { usePages } from '@/client/calls/use-pages';
import { momentInWords } from '@/client/words';
import { codeLabel } from '@/domain/codes';
import { peopleBehind } from '@/domain/operations/office/progress';
import { ActionButton, Card, Empty, ListRow, Page, ProblemNotice } from '@/ui';
import { OfficeOnly } from '../parts/OfficeOnly';

/** The people a figure counts; as many as it says. */
export default function OfficePeoplePage() {
  const { params } = useRouter();
  return <OfficeOnly>{() => <People place={params.place ?? ''} figure={params.figure ?? 'people'} />}</OfficeOnly>;
}

function People({ place, figure }: { place: string; figure: string }) {
  const list = usePages(peopleBehind, { divisionCode: place, figure, limit: 50 });
  return (
    <Page dense loading={list.loading} {...(list.last ? { title: list.last.title } : {})}>
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {list.items.length === 0 && !list.problem && (
        <Empty title="这里没有人" hint="数字刚刚变了，返回再看。" icon="person" />
      )}
      {list.items.length > 0 && (
        <Card title={`共 ${list.last?.people ?? 0} 人`} flush>
          {list.items.map(({ personId, name, villageName, group, lastOutcome, lastContactAt }) => (
            <ListRow
              key={personId}
              title={name}
              note={[
                `${villageName}${group}`,
                codeLabel('contact_outcome', lastOutcome),
                lastContactAt && momentInWords(lastContactAt),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </Card>
      )}
      {list.more && (
        <ActionButton name="more" onPress={() => void list.loadMore()}>
          再看 50 人
        </ActionButton>
      )}
    </Page>
  );
}
