import { useQuery } from '@/client/calls/use-query';
import type { OutputOf } from '@/domain/operations/operation';
import { type remind, remindResult, rungs } from '@/domain/operations/publicity/reminder';
import { ActionButton, Card, Facts, Notice } from '@/ui';

/** What became of the reminders just sent, and what to do about those who cannot be reached in WeChat. */
export function Outcome({ outcome }: { outcome: OutputOf<typeof remind> }) {
  const result = useQuery(remindResult, { batch: outcome.batch, limit: 50 });
  const next = result.value?.items.filter((item) => item.next !== null) ?? [];
  return (
    <Card title="刚才的提醒" name="outcome">
      <Facts
        items={[
          { label: '已提醒', value: `${outcome.sent} 人` },
          ...outcome.reasons.map(({ why, people }) => ({ label: `跳过 ${people} 人`, value: why })),
        ]}
      />
      {next.length > 0 && (
        <Notice tone="wait">{`${next.length} 人微信收不到，建议：${[...new Set(next.map((item) => item.next && rungs[item.next]))].join('、')}`}</Notice>
      )}
      <ActionButton inline name="refresh-outcome" onPress={() => void result.reload()}>
        刷新结果
      </ActionButton>
    </Card>
  );
}
