import { App, Button, Flex, Segmented, Select } from 'antd';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { duplicateCounts, findDuplicates } from '@/domain/operations/people/register-identity';
import { type DuplicateKind, duplicateKinds } from '@/domain/register/duplicates';
import { Trouble } from '../parts/Trouble';
import { PersonDrawer } from '../people/PersonDrawer';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { linkTo, useAddress } from '../shell/address';
import { Cases } from './Cases';
import { Merges } from './Merges';
import { Temporaries } from './Temporaries';

const views = [
  { value: 'open', label: '待核实' },
  { value: 'distinct', label: '已确认不是同一人' },
  { value: 'merges', label: '合并记录' },
  { value: 'temporary', label: '临时身份（补录号码）' },
];

const isKind = (text: string | undefined): text is DuplicateKind => text !== undefined && text in duplicateKinds;

/** Two lines of the register that may be one person: evidence side by side, a human decides, a merge can be undone. */
export default function Duplicates() {
  const { home, may } = useDesk();
  const { message } = App.useApp();
  const [{ place = home, kind, view = 'open', person }, go] = useAddress();
  const counts = useQuery(duplicateCounts, { divisionCode: place });
  const find = useCommand(findDuplicates);
  const open = new Map(counts.value?.open.map(({ kind: of, cases }) => [of, cases]));
  const look = (personId: string | undefined) => go({ person: personId }, personId === undefined ? 'replace' : 'push');
  const start = async () => {
    const job = await find.run({});
    if (job)
      message.info(
        job.alreadyRunning ? '已经在查找了，可在“后台任务”里看进度。' : '开始查找，可在“后台任务”里看进度。'
      );
  };
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center">
        <Segmented value={view} options={views} onChange={(next) => go({ view: next })} />
        {(view === 'open' || view === 'distinct') && (
          <Select
            style={{ width: 240 }}
            allowClear
            placeholder="全部依据"
            aria-label="依据"
            value={kind}
            options={Object.entries(duplicateKinds).map(([value, label]) => ({
              value,
              label: view === 'open' ? `${label}（${open.get(value as DuplicateKind) ?? 0}）` : label,
            }))}
            onChange={(value?: string) => go({ kind: value })}
          />
        )}
        <PlaceSelect value={place} onChange={(code) => go({ place: code })} />
        <span style={{ flex: 1 }} />
        {may('register.import') && (
          <>
            <a href={linkTo({ at: 'jobs' })}>后台任务</a>
            <Button loading={find.busy} onClick={() => void start()}>
              全县查找重复
            </Button>
          </>
        )}
      </Flex>
      <Trouble problem={find.problem ?? counts.problem} />
      {view === 'merges' ? (
        <Merges place={place} />
      ) : view === 'temporary' ? (
        <Temporaries place={place} onLook={look} />
      ) : (
        <Cases
          place={place}
          state={view === 'distinct' ? 'distinct' : 'open'}
          kind={isKind(kind) ? kind : undefined}
          onDecided={() => void counts.reload()}
          onLook={look}
        />
      )}
      {person !== undefined && <PersonDrawer personId={person} onClose={() => look(undefined)} />}
    </Flex>
  );
}
