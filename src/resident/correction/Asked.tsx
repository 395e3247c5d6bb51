import { momentInWords } from '@/client/words';
import type { myCorrections } from '@/domain/operations/collecting/corrections';
import type { OutputOf } from '@/domain/operations/operation';
import { Card, Facts, StateTag, type StateTone } from '@/ui';

type OneAsked = OutputOf<typeof myCorrections>['items'][number];

const tones: Record<OneAsked['state'], StateTone> = {
  open: 'wait',
  working: 'doing',
  resolved: 'done',
  refused: 'fault',
};

/** A request already made, and what was answered. */
export function Asked({ asked: { topicLabel, text, state, stateLabel, askedAt, steps } }: { asked: OneAsked }) {
  return (
    <Card title={topicLabel} extra={<StateTag tone={tones[state]}>{stateLabel}</StateTag>} name={`asked-${state}`}>
      <Facts
        items={[
          { label: '您写的', value: text },
          { label: '申请时间', value: momentInWords(askedAt) },
          ...steps.map(({ at, by, words }) => ({ label: `${by} 答复`, value: `${words}（${momentInWords(at)}）` })),
          ...(steps.length === 0 ? [{ label: '办理', value: '镇里核实后答复在这里。' }] : []),
        ]}
      />
    </Card>
  );
}
