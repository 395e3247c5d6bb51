import { Card, Descriptions } from 'antd';
import { collectStates } from '@/domain/campaign/record-states';
import type { progress } from '@/domain/operations/office/progress';
import type { OutputOf } from '@/domain/operations/operation';
import { Figure } from '../parts/Figure';
import { shareInWords } from '../parts/words';

interface StatesCardProps {
  total: OutputOf<typeof progress>['total'];
}

/** A village has no places below it: its people by state. */
export function StatesCard({ total }: StatesCardProps) {
  const states = Object.keys(collectStates) as (keyof typeof collectStates)[];
  return (
    <Card size="small" title="按采集状态">
      <Descriptions
        column={1}
        size="small"
        bordered
        items={states.map((state) => ({
          key: state,
          label: collectStates[state],
          children: (
            <>
              <Figure value={total[state]} of={state} place={total.divisionCode} /> 人，占{' '}
              {shareInWords(total.people === 0 ? null : total[state] / total.people)}
            </>
          ),
        }))}
      />
    </Card>
  );
}
