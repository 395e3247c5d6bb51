import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Account } from '@/client/account';
import { useQuery } from '@/client/calls/use-query';
import { open, restart } from '@/client/navigate';
import { SignedIn } from '@/client/SignedIn';
import { dayInWords } from '@/client/words';
import { readSlipCode } from '@/domain/campaign/household';
import { openSlip } from '@/domain/operations/account/household';
import type { OutputOf } from '@/domain/operations/operation';
import { Card, Notice, Page, PrimaryAction, ProblemNotice } from '@/ui';
import { HouseholdCard } from '../household/HouseholdCard';
import { forgetSlip, keepSlip } from './pending';
import { TypeCode } from './TypeCode';

/** The slip that came to the door: its code leads to the household, for whoever proves that he is of it. */
export default function SlipPage() {
  const { params } = useRouter();
  const given = readSlipCode(decodeURIComponent(params.code ?? params.scene ?? ''));
  useEffect(() => {
    if (given !== undefined) void keepSlip(given);
  }, [given]);
  return <SignedIn>{(account) => <Slip account={account} given={given} />}</SignedIn>;
}

function Slip({ account, given }: { account: Account; given: string | undefined }) {
  const [code, setCode] = useState(given);
  const { value, problem, loading, reload } = useQuery(openSlip, code === undefined ? undefined : { code });
  const isOwn = value !== undefined && value.household !== null;
  useEffect(() => {
    if (isOwn) void forgetSlip();
  }, [isOwn]);
  if (code === undefined || problem?.code === 'slip.code') {
    return <TypeCode problem={problem} onCode={setCode} />;
  }
  if (value?.household) {
    return (
      <Page
        action={
          <PrimaryAction
            name="home"
            onPress={() => restart('residentHome')}
            second={{ label: '添加家人', onPress: () => open('addFamily'), name: 'add-family' }}
          >
            去填报
          </PrimaryAction>
        }
      >
        <HouseholdCard household={value.household} window={value.window} onChosen={reload} />
      </Page>
    );
  }
  return (
    <NotYet opened={value} problem={problem} loading={loading} onRetry={reload} hasSelf={account.persons.length > 0} />
  );
}

interface NotYetProps {
  opened: OutputOf<typeof openSlip> | undefined;
  problem: { message: string } | undefined;
  loading: boolean;
  onRetry: () => Promise<void>;
  /** He has proved who he is already, and is not of this household. */
  hasSelf: boolean;
}

/** The paper alone says the village and nothing more. */
function NotYet({ opened, problem, loading, onRetry, hasSelf }: NotYetProps) {
  return (
    <Page
      loading={loading && problem === undefined}
      action={
        opened &&
        (hasSelf ? (
          <PrimaryAction
            name="add-family"
            onPress={() => open('addFamily')}
            second={{ label: '回首页', onPress: () => restart('residentHome'), name: 'home' }}
          >
            这户里有我的家人
          </PrimaryAction>
        ) : (
          <PrimaryAction name="prove" onPress={() => open('bindSelf')}>
            核对我的身份
          </PrimaryAction>
        ))
      }
    >
      <ProblemNotice problem={problem} onRetry={() => void onRetry()} />
      {opened && (
        <Card name="slip-village" title={opened.villageName}>
          {hasSelf
            ? '这张告知单不是您已核对的人那一户的。如果这户里有您的家人，请添加家人；拿错了纸，请找村委会换。'
            : '这是这个村一户人家的告知单。请先核对您本人的姓名和身份证号，是这户的人才能看到这户的信息。'}
        </Card>
      )}
      {opened?.window.open && opened.window.closesOn !== null && (
        <Notice>{`${dayInWords(opened.window.closesOn)}前可以自己填，也可以选请采集员上门。`}</Notice>
      )}
    </Page>
  );
}
