import { dayOfMoment } from '@/client/words';
import { type HouseholdStanding, standingLabels } from '@/domain/campaign/household';
import type { slipList } from '@/domain/operations/account/household';
import type { OutputOf } from '@/domain/operations/operation';
import { ListRow, StateTag, type StateTone } from '@/ui';

export type SlipLine = OutputOf<typeof slipList>['items'][number];

interface SlipRowProps {
  row: SlipLine;
  /** Absent where this post can do nothing for it. */
  onOpen: (() => void) | undefined;
}

/** One household: its head covered, how it wants to be asked, whether its slip is out. */
export function SlipRow({ row, onOpen }: SlipRowProps) {
  const { householdId, head, groupName, houseNo, householdNo, people, left, standing, issuedAt } = row;
  const where = [groupName, houseNo, householdNo && `户号 ${householdNo}`].filter(Boolean).join(' ');
  const slip = issuedAt === null ? '还没有告知单' : `${dayOfMoment(issuedAt)}发单`;
  return (
    <ListRow
      name={`slip-${householdId}`}
      title={`${head || '无户主'} ${people} 口人${left > 0 ? `，还差 ${left} 人` : ''}`}
      note={`${where} · ${slip}`}
      value={<StateTag tone={tones[standing]}>{standingLabels[standing]}</StateTag>}
      {...(onOpen === undefined ? {} : { onPress: onOpen })}
    />
  );
}

const tones: Readonly<Record<HouseholdStanding, StateTone>> = {
  done: 'done',
  self: 'doing',
  open: 'plain',
  asked: 'wait',
  due: 'fault',
};
