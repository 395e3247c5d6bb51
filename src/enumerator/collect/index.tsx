import { useRouter } from '@tarojs/taro';
import type { Account } from '@/client/account';
import { RoomFor } from '@/client/outbox/RoomFor';
import { roomOfForm } from '@/client/outbox/room';
import { StaffOnly } from '@/client/StaffOnly';
import { Empty, Page } from '@/ui';
import { Collecting } from './Collecting';
import { useFieldForm } from './use-field-form';

export default function CollectPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['enumerator']}>
      {(account) => (
        <RoomFor bytes={roomOfForm} what="填一张表">
          <Collect
            account={account}
            villageCode={params.village ?? ''}
            personId={params.person ?? ''}
            mends={params.entry}
          />
        </RoomFor>
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

/** The personal form at the door: from the cloud where there is a signal, else from what the phone carries. */
function Collect({ account, villageCode, personId, mends }: CollectProps) {
  const { form, draft, returned, loading } = useFieldForm(account, villageCode, personId);
  if (loading) return <Page dense loading />;
  if (form === undefined) {
    return (
      <Page dense>
        <Empty title="现在打不开这张表" hint="名单里没有这个人，或者他已经填过、改动要等有信号。" icon="offline" />
      </Page>
    );
  }
  return (
    <Collecting
      key={personId}
      account={account}
      villageCode={villageCode}
      opened={form}
      draft={draft}
      returned={returned}
      mends={mends}
    />
  );
}
