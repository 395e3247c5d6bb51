import type { Account } from '@/client/account';
import { open } from '@/client/navigate';
import { collectStates } from '@/domain/campaign/measures';
import { ActionButton, Card, Facts, StateTag, type StateTone } from '@/ui';

import { Returned, type ReturnedRecord } from './Returned';

type Person = Account['persons'][number];

const tones: Record<Person['collectState'], StateTone> = {
  due: 'plain',
  collected: 'doing',
  returned: 'wait',
  confirmed: 'done',
  accepted: 'done',
  closed: 'plain',
};

interface PersonCardProps {
  person: Person;
  /** What is to be put right, when his record was sent back. */
  returned: ReturnedRecord | undefined;
}

/** One of the family: who, which village and why, how far his record is, and what can be done about it. */
export function PersonCard({ person, returned }: PersonCardProps) {
  const { personId, name, relationLabel, village, placing, collectState, record } = person;
  return (
    <Card
      title={`${name}（${relationLabel}）`}
      extra={<StateTag tone={tones[collectState]}>{stateWords(person)}</StateTag>}
      name={`person-${personId}`}
    >
      <Facts
        items={[
          { label: '证件', value: person.idMasked || '暂无' },
          {
            label: '所属村（居）',
            value: village ? `${village.townName}${village.name}` : placing ? '正在核实，村里会认领' : '未确定',
          },
          ...(record ? [{ label: '回执号', value: record.receiptNo }] : []),
        ]}
      />
      {returned && <Returned {...returned} />}
      {collectState === 'due' || collectState === 'returned' ? (
        <ActionButton name={`declare-${personId}`} onPress={() => open('declare', { person: personId })}>
          {collectState === 'returned' ? '按意见修改' : '去填报'}
        </ActionButton>
      ) : (
        <ActionButton name={`record-${personId}`} onPress={() => open('record', { person: personId })}>
          查看和更正
        </ActionButton>
      )}
      <ActionButton kind="quiet" name={`looked-${personId}`} onPress={() => open('looked', { person: personId })}>
        谁看过这些信息
      </ActionButton>
    </Card>
  );
}

const stateWords = ({ collectState, record }: Person): string =>
  collectState === 'due' ? '还没有填' : collectState === 'collected' && record ? '已提交' : collectStates[collectState];
