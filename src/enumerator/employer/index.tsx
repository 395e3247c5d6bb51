import { useRouter } from '@tarojs/taro';
import type { Account } from '@/client/account';
import { StaffOnly } from '@/client/StaffOnly';
import { Empty, Page } from '@/ui';
import { EmployerForm } from './EmployerForm';
import { useEmployerForm } from './use-employer-form';

export default function EmployerPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['enumerator', 'town', 'county']}>
      {(account) => <Employer account={account} villageCode={params.village ?? ''} employerId={params.employer} />}
    </StaffOnly>
  );
}

interface EmployerProps {
  account: Account;
  villageCode: string;
  employerId: string | undefined;
}

/** The employer form; a new one opens without signal, one that exists needs what the cloud holds. */
function Employer({ account, villageCode, employerId }: EmployerProps) {
  const { opened, draft, loading } = useEmployerForm(account, villageCode, employerId);
  if (loading) return <Page dense loading />;
  if (opened === undefined) {
    return (
      <Page dense>
        <Empty
          title="现在打不开这家单位"
          hint="已登记的单位要有信号才能打开；新单位没有信号也能登记。"
          icon="offline"
        />
      </Page>
    );
  }
  return (
    <EmployerForm account={account} villageCode={villageCode} employerId={employerId} opened={opened} draft={draft} />
  );
}
