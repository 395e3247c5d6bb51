import { useCommand } from '@/client/calls/use-command';
import { usePages } from '@/client/calls/use-pages';
import { StaffOnly } from '@/client/StaffOnly';
import { claimPlacement, placements } from '@/domain/operations/people/placement';
import { ActionButton, Card, confirm, Empty, Facts, Notice, Page, ProblemNotice, toast } from '@/ui';
import { useVillage, type VillageFigures } from '../parts/use-village';
import { Claim } from './Claim';

export default function PlacementsPage() {
  return <StaffOnly roles={['committee', 'town', 'county']}>{() => <Placements />}</StaffOnly>;
}

/** People whose village could not be decided: the committee that knows them claims them. */
function Placements() {
  const list = usePages(placements, { limit: 50 });
  const { villages } = useVillage();
  const claim = useCommand(claimPlacement);
  const take = async (caseId: string, name: string, village: VillageFigures) => {
    const yes = await confirm({
      title: `${name}是${village.name}的人？`,
      message: `认领后他（她）会算进${village.name}的人数，并能看到归到了哪个村。`,
      confirm: '认领',
    });
    if (!yes) return;
    if ((await claim.run({ caseId, villageCode: village.code })) === undefined) return;
    toast('已认领');
    await list.reload();
  };
  return (
    <Page dense loading={list.loading}>
      <ProblemNotice problem={list.problem ?? claim.problem} onRetry={() => void list.reload()} />
      {list.items.length === 0 && !list.problem ? (
        <Empty title="没有等待认领的人" hint="有人填报时对不上村，会出现在这里。" icon="done" />
      ) : (
        <Notice>只认领您确实知道是本村户籍的人。不是本村的不用管，其他村会看到同一条。</Notice>
      )}
      {list.items.map(({ caseId, name, idMasked, birthDate, why, candidates }) => (
        <Card key={caseId} title={name} name={`case-${caseId}`}>
          <Facts
            items={[
              { label: '证件', value: idMasked || '暂无' },
              { label: '出生日期', value: birthDate ?? '不详' },
              { label: '为什么对不上', value: why },
              {
                label: '可能是',
                value: candidatesInWords(candidates),
              },
            ]}
          />
          <Claim
            villages={villages}
            candidates={candidates}
            busy={claim.busy}
            onClaim={(village) => void take(caseId, name, village)}
          />
        </Card>
      ))}
      {list.more && (
        <ActionButton name="more" onPress={() => void list.loadMore()}>
          再看 50 人
        </ActionButton>
      )}
    </Page>
  );
}

/** A whole town of candidates is no clue: it is named, its villages are looked up below. */
function candidatesInWords(candidates: readonly { townName: string; name: string }[]): string {
  const towns = [...new Set(candidates.map(({ townName }) => townName))];
  if (candidates.length === 0) return '没有线索';
  if (candidates.length > 5) return `${towns.join('、')}的 ${candidates.length} 个村（居）之一`;
  return candidates.map(({ townName, name }) => `${townName}${name}`).join('；');
}
