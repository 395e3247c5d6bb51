import { loadAccount, signOut } from '@/client/account';
import { useCommand } from '@/client/calls/use-command';
import { open, restart } from '@/client/navigate';
import { useOutbox } from '@/client/outbox/outbox';
import { SignedIn } from '@/client/SignedIn';
import { removeFamilyMember } from '@/domain/operations/account/family';
import { ActionButton, Card, confirm, Facts, ListRow, Page, ProblemNotice, TextSizeSwitch } from '@/ui';

export default function SettingsPage() {
  return (
    <SignedIn>
      {(account) => (
        <Page>
          <Card title={account.name} extra={<TextSizeSwitch />}>
            <Facts
              items={[
                {
                  label: '告知书',
                  value: account.consent.agreed === null ? '还没有同意' : `已同意 ${account.consent.agreed} 版`,
                },
              ]}
            />
          </Card>
          <Family persons={account.persons} />
          <Card flush>
            <ListRow name="outbox" icon="sync" title="待发送" onPress={() => open('outbox')} />
            <ListRow
              name="web-sign-in"
              icon="qrcode"
              title="确认电脑登录"
              note="在办公电脑上登录时用"
              onPress={() => open('webSignIn')}
            />
            <ListRow
              name="invitation"
              icon="file"
              title="领取岗位"
              note="收到邀请码的工作人员用"
              onPress={() => open('invitation')}
            />
          </Card>
          <SignOut />
        </Page>
      )}
    </SignedIn>
  );
}

type Persons = Parameters<Parameters<typeof SignedIn>[0]['children']>[0]['persons'];

function Family({ persons }: { persons: Persons }) {
  const remove = useCommand(removeFamilyMember);
  const ask = async (personId: string, name: string) => {
    const yes = await confirm({
      title: `把${name}从您名下移除？`,
      message: '他（她）的填报记录会保留，只是您不能再替他（她）填。以后可以再添加。',
      confirm: '移除',
      danger: true,
    });
    if (yes && (await remove.run({ personId }))) await loadAccount();
  };
  const family = persons.filter(({ relation }) => relation !== 'self');
  if (family.length === 0) return null;
  return (
    <Card title="您名下的家人" flush>
      <ProblemNotice problem={remove.problem} />
      {family.map(({ personId, name, relationLabel }) => (
        <ListRow
          key={personId}
          name={`remove-${personId}`}
          title={`${name}（${relationLabel}）`}
          value="移除"
          onPress={() => void ask(personId, name)}
        />
      ))}
    </Card>
  );
}

function SignOut() {
  const { entries } = useOutbox();
  const unsent = entries.filter(({ standing }) => standing.is !== 'received').length;
  const ask = async () => {
    const yes = await confirm({
      title: '退出登录？',
      message:
        unsent > 0 ? `还有 ${unsent} 条没有送达，会留在这台手机里，下次登录后继续发送。` : '下次打开需要重新登录。',
      confirm: '退出',
    });
    if (!yes) return;
    await signOut();
    restart('residentHome');
  };
  return (
    <ActionButton kind="danger" name="sign-out" onPress={() => void ask()}>
      退出登录
    </ActionButton>
  );
}
