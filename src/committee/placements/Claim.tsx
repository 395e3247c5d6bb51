import { useState } from 'react';
import type { OutputOf } from '@/domain/operations/operation';
import type { placements } from '@/domain/operations/placement';
import { ActionButton, LongListField } from '@/ui';
import type { VillageFigures } from '../parts/use-village';

type Waiting = OutputOf<typeof placements>['items'][number];

interface ClaimProps {
  /** The villages this post answers for; a town has them all. */
  villages: readonly VillageFigures[];
  candidates: Waiting['candidates'];
  busy: boolean;
  onClaim: (village: VillageFigures) => void;
}

/** As many as a committee or a merged one has; more are found by name. */
const fewVillages = 3;

/** A village of one's own for somebody who waits: those that may be his by a press, the others by looking for them. */
export function Claim({ villages, candidates, busy, onClaim }: ClaimProps) {
  const [chosen, setChosen] = useState<string>();
  const likely =
    villages.length <= fewVillages
      ? villages
      : villages.filter(({ code }) => candidates.some((candidate) => candidate.code === code));
  const other = villages.find(({ code }) => code === chosen);
  return (
    <>
      {likely.map((village) => (
        <ActionButton key={village.code} name={`claim-${village.code}`} busy={busy} onPress={() => onClaim(village)}>
          {`是${village.name}的，认领`}
        </ActionButton>
      ))}
      {villages.length > likely.length && (
        <>
          <LongListField
            name="claim-village"
            label={likely.length > 0 ? '是别的村（居）的' : '是哪个村（居）的'}
            value={chosen}
            onChange={setChosen}
            options={villages.map(({ code, name, townName }) => ({ value: code, label: name, hint: townName }))}
          />
          {other && (
            <ActionButton name="claim-chosen" busy={busy} onPress={() => onClaim(other)}>
              {`是${other.name}的，认领`}
            </ActionButton>
          )}
        </>
      )}
    </>
  );
}
