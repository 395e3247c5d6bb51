import { useState } from 'react';
import { readSlipCode } from '@/domain/campaign/household';
import { canScan, scan } from '@/platform/device/scan';
import { ActionButton, Card, Notice, Page, PrimaryAction, ProblemNotice, TextField } from '@/ui';

interface TypeCodeProps {
  problem: { message: string } | undefined;
  onCode: (code: string) => void;
}

/** Twelve characters from the paper; a slip of the finger is said at once and costs no try. */
export function TypeCode({ problem, onCode }: TypeCodeProps) {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const take = (text: string) => {
    const code = readSlipCode(text);
    if (code === undefined) setFault(wrong);
    else onCode(code);
  };
  const scanned = async () => {
    const text = await scan();
    if (text !== undefined) take(/[?&](?:scene|code)=([^&#]+)/.exec(text)?.[1] ?? text);
  };
  return (
    <Page
      action={
        <PrimaryAction name="open-slip" disabled={typed.trim() === ''} onPress={() => take(typed)}>
          打开
        </PrimaryAction>
      }
    >
      <Notice>入户告知单由村委会发给每一户，号码印在二维码下面。</Notice>
      <ProblemNotice problem={problem} />
      <Card>
        <TextField
          name="slip-code"
          label="告知单号码"
          hint="12 位字母和数字，中间的横线可以不输"
          value={typed}
          onChange={(text) => {
            setFault(undefined);
            setTyped(text);
          }}
          max={20}
          placeholder="如 ABCD-EFGH-2345"
          {...(fault === undefined ? {} : { error: fault })}
        />
        {canScan() && (
          <ActionButton name="scan" onPress={() => void scanned()}>
            扫码
          </ActionButton>
        )}
      </Card>
    </Page>
  );
}

const wrong = '号码不对，请照纸上再看一遍。没有数字 0、1，也没有字母 I、L、O。';
