import { useAccount } from '@/client/account';
import { open } from '@/client/navigate';
import { sendOutbox, useOutbox } from '@/client/outbox/outbox';
import { isUnsent } from '@/outbox';
import { network } from '@/platform/device/network';
import { Card, Empty, ListRow, Notice, Page, PrimaryAction } from '@/ui';
import { Arrived } from './Arrived';
import { KeptInCloud } from './KeptInCloud';
import { Waiting } from './Waiting';

/** What this phone has done and the cloud has not confirmed: what it is, whose, when, and why it waits. */
export default function OutboxPage() {
  const { entries, sending, signInNeeded } = useOutbox();
  const { account } = useAccount();
  const unsent = entries.filter(isUnsent);
  const refused = unsent.filter(({ standing }) => standing.is === 'refused');
  const others = unsent.filter(({ standing }) => standing.is !== 'refused');
  return (
    <Page
      action={
        others.length > 0 && (
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
        <Notice tone="wait" name="sign-in-needed" action={{ label: '去登录', onPress: () => open('signIn') }}>
          登录已过期，内容都在，重新登录后继续发送。
        </Notice>
      )}
      {unsent.length === 0 && <Empty title="没有待发送的内容" hint="您填写的都已送达。" icon="done" />}
      {[...refused, ...others].map((entry) => (
        <Waiting key={entry.id} entry={entry} entries={entries} />
      ))}
      {account?.role === 'enumerator' && <KeptInCloud entries={entries} />}
      <Arrived entries={entries} />
      {account?.role === 'enumerator' && unsent.length > 0 && (
        <Card flush>
          <ListRow
            name="rescue"
            icon="file"
            title="手机快不行了？导出救援文件"
            note="没发出去的内容加密存成一个文件，交给督导导入"
            onPress={() => open('enumeratorRescue')}
          />
        </Card>
      )}
    </Page>
  );
}
