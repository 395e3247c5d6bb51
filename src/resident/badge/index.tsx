import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { momentInWords } from '@/client/words';
import { checkBadge } from '@/domain/operations/account/badge';
import { canScan, scan } from '@/platform/device/scan';
import { ActionButton, Card, Notice, Page, PrimaryAction, ProblemNotice, TextField } from '@/ui';
import { Verdict } from './Verdict';

/** Whoever stands at the door shows a code; anyone may ask whether he is one of ours. No sign-in. */
export default function CheckBadgePage() {
  const { params } = useRouter();
  const [code, setCode] = useState(decodeURIComponent(params.code ?? params.scene ?? ''));
  const checked = useQuery(checkBadge, code === '' ? undefined : { code });
  const again = async () => {
    const text = await scan();
    if (text !== undefined) setCode(codeIn(text));
  };
  if (code === '') return <AskCode onCode={(text) => setCode(codeIn(text))} />;
  const { value, problem, loading, reload } = checked;
  return (
    <Page
      loading={loading}
      action={
        canScan() ? (
          <PrimaryAction name="scan-again" onPress={() => void again()}>
            再扫一个
          </PrimaryAction>
        ) : (
          <PrimaryAction name="check-again" onPress={() => void reload()}>
            再查一次
          </PrimaryAction>
        )
      }
    >
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {problem && <Notice tone="wait">没有网络时查不了，请先不要提供个人信息，等有信号再查。</Notice>}
      {value && <Verdict checked={value} />}
      {value && <Notice>{`查验时间 ${momentInWords(value.checkedAt)}。换了采集员请重新扫。`}</Notice>}
    </Page>
  );
}

function AskCode({ onCode }: { onCode: (text: string) => void }) {
  const [typed, setTyped] = useState('');
  const scans = canScan();
  const scanned = async () => {
    const text = await scan();
    if (text !== undefined) onCode(text);
  };
  return (
    <Page
      action={
        scans ? (
          <PrimaryAction name="scan" onPress={() => void scanned()}>
            扫一扫查验
          </PrimaryAction>
        ) : (
          <PrimaryAction name="check" disabled={typed.trim() === ''} onPress={() => onCode(typed)}>
            查验
          </PrimaryAction>
        )
      }
    >
      <Notice>
        {scans
          ? '请采集员打开手机上的“采集员证”，您点下面的“扫一扫查验”，对准上面的二维码。胸前挂的证也可以扫。'
          : '请用手机微信的“扫一扫”对准采集员证上的二维码，会直接打开查验结果。'}
      </Notice>
      <Card>
        <TextField
          name="badge-code"
          label={scans ? '扫不了？粘贴证上的链接' : '扫不了？把证上的链接粘贴在这里'}
          value={typed}
          onChange={setTyped}
          max={200}
        />
        {scans && typed.trim() !== '' && (
          <ActionButton name="check" onPress={() => onCode(typed)}>
            查验这个链接
          </ActionButton>
        )}
      </Card>
    </Page>
  );
}

/** The code itself, or the address it stands in. */
const codeIn = (text: string): string => {
  const plain = text.trim();
  return /[?&](?:scene|code)=([A-Za-z0-9]+)/.exec(plain)?.[1] ?? plain.slice(-64);
};
