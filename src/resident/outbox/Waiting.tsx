import { open } from '@/client/navigate';
import { outbox } from '@/client/outbox/outbox';
import { momentInWords } from '@/client/words';
import { buildingOn, type Entry, whyWaiting } from '@/outbox';
import { network } from '@/platform/device/network';
import { ActionButton, Card, confirm, Facts, StateTag, type StateTone } from '@/ui';

const tones: Record<Entry['standing']['is'], StateTone> = {
  waiting: 'wait',
  held: 'doing',
  refused: 'fault',
  received: 'done',
};
const words: Record<Entry['standing']['is'], string> = {
  waiting: '待发送',
  held: '已上传，等前一条',
  refused: '被退回',
  received: '已送达',
};

const kinds: Record<string, string> = {
  'collect.submitRecord': '个人采集表',
  'collect.recordVisit': '走访或电话',
  'register.addPerson': '登记名册外的人',
  'collect.submitEmployer': '用人单位采集表',
  'collect.attachPaper': '纸质签名照片',
};

interface WaitingProps {
  entry: Entry;
  entries: readonly Entry[];
}

/** One entry that has not arrived: why, and what its author can do about it. */
export function Waiting({ entry, entries }: WaitingProps) {
  const { standing } = entry;
  const following = buildingOn(entry.id, entries);
  const withdraw = async () => {
    const others = following.map(({ title }) => `“${title}”`).join('、');
    const yes = await confirm({
      title: `删去“${entry.title}”？`,
      message: `这一条还没有送到，删去后不能找回，需要重新填写。${
        others === '' ? '' : `接在它后面的${others}也会一起删去。`
      }`,
      confirm: '删去',
      danger: true,
    });
    if (yes) await outbox.withdraw(entry.id);
  };
  const isForm = entry.operation === 'collect.submitRecord';
  return (
    <Card
      title={entry.title}
      extra={<StateTag tone={tones[standing.is]}>{words[standing.is]}</StateTag>}
      name={`entry-${entry.id}`}
    >
      <Facts
        items={[
          { label: '是什么', value: kinds[entry.operation] ?? '填报' },
          { label: '什么时候', value: momentInWords(new Date(entry.doneAt).toISOString()) },
          {
            label: standing.is === 'refused' ? '为什么退回' : '为什么还在',
            value: whyWaiting(entry, entries, Date.now(), network.online()),
          },
        ]}
      />
      {standing.is === 'refused' && isForm && (
        <ActionButton
          name="mend"
          onPress={() =>
            open(entry.post === 'resident' ? 'declare' : 'enumeratorCollect', {
              person: entry.subject,
              village: entry.shows?.village,
              entry: entry.id,
            })
          }
        >
          去改正
        </ActionButton>
      )}
      {standing.is === 'refused' && (
        <ActionButton kind="danger" name="withdraw" onPress={() => void withdraw()}>
          删去这一条
        </ActionButton>
      )}
    </Card>
  );
}
