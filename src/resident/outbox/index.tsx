import { open } from '@/client/navigate';
import { outbox, sendOutbox, useOutbox } from '@/client/outbox';
import { momentInWords } from '@/client/words';
import { type Entry, whyWaiting } from '@/outbox';
import { network } from '@/platform/device/network';
import { ActionButton, Card, confirm, Empty, Facts, Notice, Page, PrimaryAction, StateTag, type StateTone } from '@/ui';

/** What this phone has done and the cloud has not confirmed: what it is, whose, when, and why it waits. */
export default function OutboxPage() {
  const { entries, sending, signInNeeded } = useOutbox();
  const unsent = entries.filter(({ standing }) => standing.is !== 'received');
  const arrived = entries.filter(({ standing }) => standing.is === 'received');
  return (
    <Page
      action={
        unsent.length > 0 && (
          <PrimaryAction name="send-now" busy={sending} onPress={() => void sendOutbox(true)}>
            立即发送
          </PrimaryAction>
        )
      }
    >
      {!network.online() && (
        <Notice tone="wait" icon="offline">
          现在没有信号，有信号后会自动发送。
        </Notice>
      )}
      {signInNeeded && (
        <Notice tone="wait" action={{ label: '去登录', onPress: () => open('signIn') }}>
          登录已过期，内容都在，重新登录后继续发送。
        </Notice>
      )}
      {unsent.length === 0 && <Empty title="没有待发送的内容" hint="您填写的都已送达。" icon="done" />}
      {unsent.map((entry) => (
        <Waiting key={entry.id} entry={entry} entries={entries} />
      ))}
      {arrived.length > 0 && (
        <Card title={`最近送达 ${arrived.length} 条`}>
          <Facts
            items={arrived
              .slice(-20)
              .map((entry) => ({ label: entry.title, value: momentInWords(new Date(entry.doneAt).toISOString()) }))}
          />
        </Card>
      )}
    </Page>
  );
}

const tones: Record<Entry['standing']['is'], StateTone> = {
  waiting: 'wait',
  held: 'doing',
  refused: 'fault',
  received: 'done',
};
const words: Record<Entry['standing']['is'], string> = {
  waiting: '待发送',
  held: '等待核对',
  refused: '被退回',
  received: '已送达',
};

function Waiting({ entry, entries }: { entry: Entry; entries: readonly Entry[] }) {
  const withdraw = async () => {
    const yes = await confirm({
      title: `删去“${entry.title}”？`,
      message: '这一条还没有送到，删去后不能找回，需要重新填写。',
      confirm: '删去',
      danger: true,
    });
    if (yes) await outbox.withdraw(entry.id);
  };
  const isForm = entry.operation === 'collect.submitRecord';
  return (
    <Card
      title={entry.title}
      extra={<StateTag tone={tones[entry.standing.is]}>{words[entry.standing.is]}</StateTag>}
      name={`entry-${entry.id}`}
    >
      <Facts
        items={[
          { label: '什么时候', value: momentInWords(new Date(entry.doneAt).toISOString()) },
          { label: '为什么还在', value: whyWaiting(entry, entries, Date.now(), network.online()) },
        ]}
      />
      {entry.standing.is === 'refused' && isForm && (
        <ActionButton
          name="mend"
          onPress={() =>
            open(entry.post === 'resident' ? 'declare' : 'enumeratorCollect', {
              person: entry.subject,
              entry: entry.id,
            })
          }
        >
          去改正
        </ActionButton>
      )}
      {entry.standing.is === 'refused' && (
        <ActionButton kind="danger" name="withdraw" onPress={() => void withdraw()}>
          删去这一条
        </ActionButton>
      )}
    </Card>
  );
}
