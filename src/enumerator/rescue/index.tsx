import { useEffect, useState } from 'react';
import type { Account } from '@/client/account';
import { useOutbox } from '@/client/outbox/outbox';
import { phoneId } from '@/client/outbox/phone';
import { StaffOnly } from '@/client/StaffOnly';
import { dayAhead } from '@/client/words';
import type { Problem } from '@/domain/problem';
import { makeRescueFile, type RescueKey, rescueExtension } from '@/domain/rescue';
import { type Entry, isUnsent, onTheWire } from '@/outbox';
import { utf8Bytes } from '@/platform/bytes';
import { newRequestId, problemOf } from '@/platform/client';
import { boot, monotonic } from '@/platform/device/clock';
import { handOver } from '@/platform/outward/hand-over';
import { randomHex } from '@/platform/random';
import { storage } from '@/platform/storage';
import { Card, Empty, Facts, Notice, Page, PrimaryAction, ProblemNotice } from '@/ui';
import { carriedVillages, readPages } from '../shelf/village-store';
import { sealFrom } from './seal';

export default function RescuePage() {
  return <StaffOnly roles={['enumerator']}>{(account) => <Rescue account={account} />}</StaffOnly>;
}

/** A phone that dies hands over what it has not sent: a file that only the county's system can open. */
function Rescue({ account }: { account: Account }) {
  const unsent = useOutbox().entries.filter(isUnsent);
  const key = useRescueKey(account.accountId);
  const [said, setSaid] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const run = async (sealedFor: RescueKey) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const text = await rescueFileOf(account, unsent, sealedFor);
      setSaid(await handOver(`应统待发内容-${dayAhead().replaceAll('-', '')}.${rescueExtension}`, text));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  if (unsent.length === 0) {
    return (
      <Page dense>
        <Empty title="没有要救的内容" hint="您填写的都已送达，可以放心换手机。" icon="done" />
      </Page>
    );
  }
  return (
    <Page
      dense
      action={
        <PrimaryAction
          name="export-rescue"
          busy={busy}
          disabled={key === undefined}
          onPress={() => key && void run(key)}
        >
          导出救援文件
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={problem} />
      {said !== undefined && (
        <Notice tone="done" name="exported">
          {said}
        </Notice>
      )}
      {key === undefined && (
        <Notice tone="wait">手机里没有准备好的村，缺少县里的加密钥匙。请先在有信号处准备一个村，再来导出。</Notice>
      )}
      <Card title="会放进文件的">
        <Facts
          items={[
            { label: '条数', value: `${unsent.length} 条没有送达的内容` },
            { label: '谁能打开', value: '只有本县系统；捡到文件的人打不开，也看不出是谁的' },
            { label: '交给谁', value: '本公司督导，由督导在系统里导入' },
          ]}
        />
      </Card>
      <Notice>导出后手机里的内容还在，有信号照常发送；同一条送两次，系统只收一次。</Notice>
    </Page>
  );
}

async function rescueFileOf(
  { accountId, postId }: Account,
  entries: readonly Entry[],
  key: RescueKey
): Promise<string> {
  const owner = {
    accountId,
    post: postId,
    phoneId: await phoneId(),
    sentAt: new Date().toISOString(),
    monotonic: monotonic(),
    boot,
  };
  // The file's own key, and a nonce for each part; there are never more parts than entries.
  const seal = sealFrom(await randomHex(16 + 12 * entries.length));
  return makeRescueFile(newRequestId(), owner, entries.map(onTheWire), { key, seal, bytesOf: utf8Bytes });
}

/** It came with the bundle of any village on the phone. */
function useRescueKey(accountId: string): RescueKey | undefined {
  const [key, setKey] = useState<RescueKey>();
  useEffect(() => {
    const read = async () => {
      for (const { code } of await carriedVillages(storage, accountId)) {
        const [first] = await readPages(storage, accountId, code);
        if (first !== undefined) return setKey(first.rescueKey);
      }
    };
    // Without the key the page says so.
    read().catch(() => undefined);
  }, [accountId]);
  return key;
}
