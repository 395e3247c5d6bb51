import { useState } from 'react';
import { loadAccount } from '@/client/account';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { restart } from '@/client/navigate';
import { homeOf } from '@/client/post-home';
import { SignedIn } from '@/client/SignedIn';
import { acceptUndertaking, readUndertakingText } from '@/domain/operations/account/account';
import { Page, PrimaryAction, ProblemNotice, Tick } from '@/ui';
import { LongText } from '../parts/LongText';

/** Before anyone of the staff sees the first record. */
export default function UndertakingPage() {
  return <SignedIn>{() => <Undertaking />}</SignedIn>;
}

function Undertaking() {
  const text = useQuery(readUndertakingText, {});
  const accept = useCommand(acceptUndertaking);
  const [read, setRead] = useState(false);
  const promise = async () => {
    if (text.value === undefined) return;
    if ((await accept.run({ version: text.value.version })) === undefined) return;
    await loadAccount();
    restart(homeOf());
  };
  return (
    <Page
      title={text.value?.title ?? '保密承诺书'}
      loading={text.loading}
      action={
        <PrimaryAction
          name="promise"
          busy={accept.busy}
          disabled={!read}
          onPress={() => void promise()}
          {...(read ? {} : { note: '请先勾选下面的承诺' })}
        >
          确认承诺
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={text.problem ?? accept.problem} onRetry={() => void text.reload()} />
      {text.value && (
        <>
          <LongText sections={text.value.sections} />
          <Tick name="read" label="我已阅读并承诺遵守，违反的依法承担责任" value={read} onChange={setRead} />
        </>
      )}
    </Page>
  );
}
