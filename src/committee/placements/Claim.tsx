import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '@/domain/operations/operation';
import type { placements } from '@/domain/operations/people/placement';
import { ActionButton, LongListField } from '@/ui';
import type { VillageFigures } from '../parts/use-village';
import './claim.scss';

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

/** A name that two towns have says nothing without its town. */
const inTown = ({ townName, name }: VillageFigures): string => `${townName}${name}`;

/** A village of one's own for somebody who waits: those that may be his by a press, the others by looking for them. */
export function Claim({ villages, candidates, busy, onClaim }: ClaimProps) {
  const [chosen, setChosen] = useState<string>();
  const few = candidates.length <= fewVillages ? candidates : [];
  const likely =
    villages.length <= fewVillages
      ? villages
      : villages.filter(({ code }) => few.some((candidate) => candidate.code === code));
  const other = villages.find(({ code }) => code === chosen);
  return (
    <>
      {likely.map((village) => (
        <View className="yt-claim" key={village.code}>
          <ActionButton name={`claim-${village.code}`} busy={busy} onPress={() => onClaim(village)}>
            {`是${inTown(village)}的，认领`}
          </ActionButton>
        </View>
      ))}
      {villages.length > likely.length && (
        <>
          <LongListField
            name="claim-village"
            label={likely.length > 0 ? '是别的村（居）的' : '是哪个村（居）的'}
            value={chosen}
            onChange={setChosen}
            options={villages.map((village) => ({ value: village.code, label: inTown(village) }))}
          />
          {other && (
            <ActionButton name="claim-chosen" busy={busy} onPress={() => onClaim(other)}>
              {`是${inTown(other)}的，认领`}
            </ActionButton>
          )}
        </>
      )}
    </>
  );
}
