import { useQuery } from '@/client/calls/use-query';
import { open } from '@/client/navigate';
import { SignedIn } from '@/client/SignedIn';
import { myHouseholds } from '@/domain/operations/account/household';
import { Empty, Page, PrimaryAction, ProblemNotice } from '@/ui';
import { HouseholdCard } from './HouseholdCard';

export default function HouseholdPage() {
  return <SignedIn>{() => <Households />}</SignedIn>;
}

/** The households of those this account answers for. */
function Households() {
  const { value, problem, loading, reload } = useQuery(myHouseholds, {});
  return (
    <Page
      loading={loading}
      action={
        <PrimaryAction
          name="add-family"
          onPress={() => open('addFamily')}
          second={{ label: '告知单', onPress: () => open('slip'), name: 'slip' }}
        >
          添加家人
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {value?.households.length === 0 && (
        <Empty
          title="还不知道您是哪一户"
          hint="先核对您本人的身份；户籍名册上没有分户的，村委会会核实。"
          icon="family"
        />
      )}
      {value?.households.map((household) => (
        <HouseholdCard key={household.householdId} household={household} window={value.window} onChosen={reload} />
      ))}
    </Page>
  );
}
