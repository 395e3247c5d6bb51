import { useDidShow } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { myBadge } from '@/domain/operations/account/badge';
import type { OutputOf } from '@/domain/operations/operation';
import { storage } from '@/platform/storage';

export type MyBadge = OutputOf<typeof myBadge>;

/** Shown at many doors in a row: a code this old is changed when the page comes to the front. */
const staleAfter = 5 * 60_000;

/**
 * The badge with its code. A new code comes whenever there is signal; without, the last one is shown for as long as it
 * holds, since the resident's phone may well have signal.
 */
export function useBadge(accountId: string) {
  const key = `badge/${accountId}`;
  const ask = useCommand(myBadge);
  const [badge, setBadge] = useState<MyBadge>();
  const [ready, setReady] = useState(false);
  const shown = useRef<MyBadge>();
  const show = (next: MyBadge) => {
    shown.current = next;
    setBadge(next);
  };
  const renew = async () => {
    const next = await ask.run({});
    setReady(true);
    if (next === undefined || next.code === '') return;
    show(next);
    await storage.set(key, next);
  };
  const begin = async () => {
    const kept = myBadge.output.safeParse(await storage.get(key).catch(() => undefined));
    if (shown.current === undefined && kept.success) show(kept.data as MyBadge);
    const issued = shown.current?.issuedAt;
    if (issued === undefined || Date.now() - Date.parse(issued) > staleAfter) await renew();
    setReady(true);
  };
  useDidShow(() => void begin());
  return { badge, ready, renew, busy: ask.busy, problem: ask.problem };
}
