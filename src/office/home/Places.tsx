import type { progress } from '@/domain/operations/office/progress';
import type { OutputOf } from '@/domain/operations/operation';
import { Card, ListRow, StateTag } from '@/ui';

type Row = OutputOf<typeof progress>['children'][number];

interface PlacesProps {
  rows: readonly Row[];
  onOpen: (code: string) => void;
}

/** Those furthest behind come first. */
export function Places({ rows, onOpen }: PlacesProps) {
  const ordered = [...rows].sort((one, other) => one.share - other.share);
  return (
    <Card title={rows[0]?.divisionCode.length === 9 ? '各镇（街道）' : '各村（居）'} flush>
      {ordered.map(({ divisionCode, name, done, people, share, ahead }) => (
        <ListRow
          key={divisionCode}
          name={`place-${divisionCode}`}
          title={name}
          note={`${done} / ${people} 人，今日计划${ahead < 0 ? `差 ${-ahead} 人` : ahead > 0 ? `超 ${ahead} 人` : '刚好'}`}
          value={<StateTag tone={ahead < 0 ? 'fault' : 'done'}>{`${Math.floor(share * 1000) / 10}%`}</StateTag>}
          onPress={() => onOpen(divisionCode)}
        />
      ))}
    </Card>
  );
}
