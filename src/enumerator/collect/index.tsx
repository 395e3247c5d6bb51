import { useRouter } from '@tarojs/taro';
import type { Account } from '@/client/account';
import { StaffOnly } from '@/client/StaffOnly';
import { Empty, Page } from '@/ui';
import { Collecting } from './Collecting';
import { useFieldForm } from './use-field-form';

export default function CollectPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['enumerator']}>
      {(account) => (
        <Collect
          account={account}
          villageCode={params.village ?? ''}
          personId={params.person ?? ''}
          mends={params.entry}
        />
      )}
    </StaffOnly>
  );
}

interface CollectProps {
  account: Account;
  villageCode: string;
  personId: string;
  mends: string | undefined;
}

/** The personal form at the door: from the cloud where there is a signal, else from the list on the phone. */
function Collect({ account, villageCode, personId, mends }: CollectProps) {
  const { form, draft, loading } = useFieldForm(account, villageCode, personId);
  if (loading) return <Page dense loading />;
  if (form === undefined) {
    return (
      <Page dense>
        <Empty title="现在打不开这张表" hint="名单里没有这个人，或者他已经填过、改动要等有信号。" icon="offline" />
      </Page>
    );
  }
  return <Collecting key={personId} account={account} opened={form} draft={draft} mends={mends} />;
}
