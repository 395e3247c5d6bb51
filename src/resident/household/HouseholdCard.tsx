import { useCommand } from '@/client/calls/use-command';
import { open } from '@/client/navigate';
import { dayInWords } from '@/client/words';
import { allCollectModes, type CollectMode, collectModes, type HouseholdStanding } from '@/domain/campaign/household';
import { collectStates } from '@/domain/campaign/measures';
import { chooseMode, type myHouseholds } from '@/domain/operations/account/household';
import type { OutputOf } from '@/domain/operations/operation';
import { BigChoice, Card, ListRow, Notice, ProblemNotice, StateTag, toast } from '@/ui';

type Own = OutputOf<typeof myHouseholds>;

interface HouseholdCardProps {
  household: Own['households'][number];
  window: Own['window'];
  onChosen: () => Promise<void>;
}

/** Who is of the household and who is still missing; by oneself or by a visit. */
export function HouseholdCard({ household, window, onChosen }: HouseholdCardProps) {
  const { householdId, villageName, groupName, householdNo, mode, standing, members } = household;
  const choose = useCommand(chooseMode);
  const take = async (chosen: string) => {
    if (chosen === mode) return;
    const done = await choose.run({ householdId, mode: chosen as CollectMode });
    if (done === undefined) return;
    toast(done.mode === 'self' ? '已选自己填报' : '已选请采集员上门');
    await onChosen();
  };
  return (
    <>
      <Card
        name="household"
        title={[villageName, groupName].filter(Boolean).join(' ')}
        extra={householdNo && `户号 ${householdNo}`}
        flush
      >
        {members.map(({ personId, name, relationLabel, collectState }, place) => (
          <ListRow
            key={personId ?? `other-${place}`}
            name={personId === null ? 'member' : `member-${personId}`}
            title={`${name}（${relationLabel}）`}
            note={personId === null ? '要替他（她）填，请先添加家人' : undefined}
            value={
              <StateTag tone={isLeft(collectState) ? 'wait' : 'done'}>
                {isLeft(collectState) ? '还没有填' : collectStates[collectState]}
              </StateTag>
            }
            {...(personId !== null && isLeft(collectState)
              ? { onPress: () => open('declare', { person: personId }) }
              : {})}
          />
        ))}
      </Card>
      <ProblemNotice problem={choose.problem} />
      {standing === 'done' ? (
        <Notice tone="done">一家人都填好了，不用再选填报方式。</Notice>
      ) : window.open ? (
        <Card>
          <BigChoice
            name="mode"
            label="您家想怎么填？"
            hint={
              window.closesOn === null
                ? '随时可以改。'
                : `${dayInWords(window.closesOn)}前随时可以改；过了这一天没有填的，采集员会上门。`
            }
            options={choices}
            value={mode}
            onChange={(chosen) => void take(chosen)}
          />
        </Card>
      ) : (
        <Notice tone="wait" name="window-closed">
          {closedWords(standing, window.closesOn)}
        </Notice>
      )}
    </>
  );
}

const hints: Readonly<Record<CollectMode, string>> = {
  self: '在手机上填，每人几分钟，也可以替家人填',
  visit: '采集员和村干部一起上门，您说他填',
};
const choices = allCollectModes.map((value) => ({ value, label: collectModes[value], hint: hints[value] }));

const isLeft = (state: keyof typeof collectStates): boolean => state === 'due' || state === 'returned';

const closedWords = (standing: HouseholdStanding, closesOn: string | null): string =>
  standing === 'asked'
    ? '您家选了请采集员上门，采集员会来。愿意的话，现在也可以自己填。'
    : `选填报方式的时间到${closesOn === null ? '' : dayInWords(closesOn)}为止，还没有填的，采集员会上门。您现在也可以自己填。`;
