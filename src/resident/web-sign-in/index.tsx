import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { back } from '@/client/navigate';
import { SignedIn } from '@/client/SignedIn';
import { momentInWords } from '@/client/words';
import { confirmWebSignIn, lookWebSignIn } from '@/domain/operations/account/sign-in';
import { canScan, scan } from '@/platform/device/scan';
import { ActionButton, Card, Facts, Notice, Page, PrimaryAction, ProblemNotice, TextField } from '@/ui';

/** An office computer shows a short code; the phone, where WeChat knows who it is, confirms it. */
export default function WebSignInPage() {
  const { params } = useRouter();
  return <SignedIn>{() => <WebSignIn given={params.code ?? params.scene ?? ''} />}</SignedIn>;
}

function WebSignIn({ given }: { given: string }) {
  const [typed, setTyped] = useState(given);
  const [code, setCode] = useState(given);
  const asked = useQuery(lookWebSignIn, code === '' ? undefined : { code });
  const answer = useCommand(confirmWebSignIn);
  const [said, setSaid] = useState<'confirmed' | 'refused'>();
  const decide = async (allow: boolean) => setSaid((await answer.run({ code, allow }))?.state);
  const scanCode = async () => {
    const text = await scan();
    const found = text?.match(/[2-9A-HJKMNP-Z]{6,12}$/)?.[0];
    if (found === undefined) return;
    setTyped(found);
    setCode(found);
  };
  if (said !== undefined) {
    return (
      <Page
        action={
          <PrimaryAction name="done" onPress={back}>
            好
          </PrimaryAction>
        }
      >
        <Notice tone="done">
          {said === 'confirmed' ? '电脑上已经登录。用完请在电脑上退出。' : '已拒绝，那台电脑没有登录。'}
        </Notice>
      </Page>
    );
  }
  if (code === '' || asked.value === undefined) {
    return (
      <Page
        action={
          <PrimaryAction
            name="look"
            disabled={typed.trim().length < 6}
            onPress={() => setCode(typed.trim().toUpperCase())}
          >
            下一步
          </PrimaryAction>
        }
      >
        <ProblemNotice problem={asked.problem} />
        <Card>
          <TextField
            name="code"
            label="电脑屏幕上的登录码"
            value={typed}
            onChange={setTyped}
            max={12}
            placeholder="字母和数字"
          />
          {canScan() && (
            <ActionButton name="scan" onPress={() => void scanCode()}>
              扫码
            </ActionButton>
          )}
        </Card>
      </Page>
    );
  }
  return (
    <Page
      action={
        <PrimaryAction
          name="allow"
          busy={answer.busy}
          onPress={() => void decide(true)}
          second={{ label: '不是我', onPress: () => void decide(false), name: 'refuse' }}
        >
          确认登录
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={answer.problem} />
      <Notice tone="wait">只在您自己正坐在那台电脑前时确认。别人让您确认，请点“不是我”。</Notice>
      <Card title="要登录的电脑">
        <Facts
          items={[
            { label: '电脑', value: asked.value.device || '没有说明' },
            { label: '开始时间', value: momentInWords(asked.value.begunAt) },
            { label: '登录后身份', value: asked.value.name },
          ]}
        />
      </Card>
    </Page>
  );
}
