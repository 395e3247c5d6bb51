import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { loadAccount } from '@/client/account';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { replace, restart } from '@/client/navigate';
import { SignedIn } from '@/client/SignedIn';
import { agreeConsent, readConsentText } from '@/domain/operations/account/account';
import { Page, PrimaryAction, ProblemNotice, Tick } from '@/ui';
import { LongText } from '../parts/LongText';

/** Why, what for and how secret, before the first answer. The version agreed to is kept. */
export default function ConsentPage() {
  return <SignedIn>{(account) => <Consent hasPersons={account.persons.length > 0} />}</SignedIn>;
}

function Consent({ hasPersons }: { hasPersons: boolean }) {
  const { params } = useRouter();
  const text = useQuery(readConsentText, {});
  const agree = useCommand(agreeConsent);
  const [read, setRead] = useState(false);
  const accept = async () => {
    if (text.value === undefined) return;
    if ((await agree.run({ version: text.value.version })) === undefined) return;
    await loadAccount();
    if (params.person) replace('declare', { person: params.person });
    else hasPersons ? restart('residentHome') : replace('bindSelf');
  };
  return (
    <Page
      title={text.value?.title ?? '信息采集告知书'}
      loading={text.loading}
      action={
        <PrimaryAction
          name="agree"
          busy={agree.busy}
          disabled={!read}
          onPress={() => void accept()}
          {...(read ? {} : { note: '请先勾选下面的确认' })}
        >
          同意并继续
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={text.problem ?? agree.problem} onRetry={() => void text.reload()} />
      {text.value && (
        <>
          <LongText sections={text.value.sections} />
          <Tick name="read" label="我已阅读以上内容，同意采集和使用我的就业信息" value={read} onChange={setRead} />
        </>
      )}
    </Page>
  );
}
