import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { type Compared, type Side, useChoosing } from '@/client/choosing';
import { back } from '@/client/navigate';
import { StaffOnly } from '@/client/StaffOnly';
import { momentInWords } from '@/client/words';
import { formModeLabels } from '@/domain/operations/collecting/collect';
import { comparison } from '@/domain/operations/collecting/comparison';
import { ActionButton, BigChoice, Card, Facts, Notice, Page, PrimaryAction, ProblemNotice } from '@/ui';
import { SettleSheet } from './SettleSheet';

export default function ComparisonPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['committee', 'supervisor', 'town', 'county']}>
      {() => <Comparison comparisonId={params.id ?? ''} />}
    </StaffOnly>
  );
}

function Comparison({ comparisonId }: { comparisonId: string }) {
  const { value, problem, loading, reload } = useQuery(comparison, { comparisonId });
  if (value === undefined) {
    return (
      <Page dense loading={loading && problem === undefined}>
        <ProblemNotice problem={problem} onRetry={() => void reload()} />
      </Page>
    );
  }
  return <Choose key={`${value.version}/${value.liveVersion}`} compared={value} onStale={reload} />;
}

/** Both answers one under the other, as large as a thumb; nothing is chosen for fields that a human must choose. */
function Choose({ compared, onStale }: { compared: Compared; onStale: () => Promise<void> }) {
  const { name, villageName, live, late, fields, mayNot, state, settled } = compared;
  const { choices, left, choose, chooseAll } = useChoosing(compared);
  const [asking, setAsking] = useState(false);
  const mayChoose = state === 'open' && mayNot === '';
  return (
    <Page
      dense
      title={name}
      action={
        mayChoose && (
          <PrimaryAction name="settle" disabled={left > 0} onPress={() => setAsking(true)}>
            {left > 0 ? `还有 ${left} 项没选` : '选定'}
          </PrimaryAction>
        )
      }
    >
      {mayNot !== '' && state === 'open' && <Notice tone="wait">{mayNot}</Notice>}
      {settled && (
        <Notice tone="done">{`${settled.by} 在 ${momentInWords(settled.at)} 已选定：${settled.reason}`}</Notice>
      )}
      <Card title={villageName}>
        <Facts
          items={[
            { label: '现有的', value: live === null ? '还没有人填过' : saidBy(live) },
            { label: '后到的', value: saidBy(late) },
          ]}
        />
        {mayChoose && live && (
          <ActionButton inline name="all-live" onPress={() => chooseAll('live')}>
            全部用现有的
          </ActionButton>
        )}
        {mayChoose && (
          <ActionButton inline name="all-late" onPress={() => chooseAll('late')}>
            全部用后到的
          </ActionButton>
        )}
      </Card>
      {fields.map((one) => (
        <Card key={one.field}>
          <BigChoice
            name={one.field}
            label={one.label}
            disabled={!mayChoose}
            options={[
              { value: 'live', label: one.live || '没有填', hint: '现有的' },
              { value: 'late', label: one.late || '没有填', hint: '后到的' },
            ]}
            value={(settled?.choices ?? choices)[one.field]}
            onChange={(side) => choose(one.field, side as Side)}
          />
        </Card>
      ))}
      <SettleSheet
        open={asking}
        compared={compared}
        choices={choices}
        onClose={() => setAsking(false)}
        onStale={onStale}
        onDone={back}
      />
    </Page>
  );
}

const saidBy = ({ authorName, authorRole, mode, collectedAt }: Compared['late']): string =>
  `${authorName}（${authorRole}），${formModeLabels[mode]}，${momentInWords(collectedAt)}`;
