import { momentInWords } from '@/client/words';
import type { whoLooked } from '@/domain/operations/collecting/corrections';
import type { OutputOf } from '@/domain/operations/operation';
import { Card, Facts, StateTag, type StateTone } from '@/ui';

type OneLook = OutputOf<typeof whoLooked>['items'][number];

const kinds: Record<OneLook['kind'], { label: string; tone: StateTone }> = {
  look: { label: '查看', tone: 'plain' },
  reveal: { label: '看了原文', tone: 'wait' },
  change: { label: '办理', tone: 'doing' },
  export: { label: '导出', tone: 'wait' },
};

/** One look: who, in which post, when, at what, why. */
export function Look({ look: { at, name, post, what, why, kind } }: { look: OneLook }) {
  const { label, tone } = kinds[kind];
  return (
    <Card title={name} extra={<StateTag tone={tone}>{label}</StateTag>} name={`look-${kind}`}>
      <Facts
        items={[
          { label: '岗位', value: post },
          { label: '时间', value: momentInWords(at) },
          { label: '内容', value: what },
          { label: '原因', value: why },
        ]}
      />
    </Card>
  );
}
