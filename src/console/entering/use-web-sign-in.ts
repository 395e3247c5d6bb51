import { useCallback, useEffect, useRef, useState } from 'react';
import { beginWebSignIn, pollWebSignIn } from '@/domain/operations/account/sign-in';
import type { Problem } from '@/domain/problem';
import { call, problemOf } from '@/platform/client';
import { begin } from './begin';

export type WebSignInState =
  | { is: 'fetching' }
  | { is: 'waiting'; code: string; secondsLeft: number }
  | { is: 'refused' }
  | { is: 'expired' }
  | { is: 'failed'; problem: Problem };

const pollEvery = 2000;
/** A page left open all night does not go on making codes. */
const renewals = 5;

/** Fetches a code, counts it down, asks how it went, and fetches another one when it has expired. */
export function useWebSignIn(device: string): { state: WebSignInState; again: () => void } {
  const [state, setState] = useState<WebSignInState>({ is: 'fetching' });
  const [round, setRound] = useState(0);
  const renewed = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round begins anew
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (last: WebSignInState) => {
      if (over) return;
      if (last.is === 'expired' && renewed.current++ < renewals) setRound((count) => count + 1);
      else setState(last);
    };
    const follow = async () => {
      try {
        const { code, pollSecret, expiresAt } = await call(beginWebSignIn, { device });
        const tick = async (): Promise<void> => {
          if (over) return;
          const secondsLeft = Math.max(0, Math.round((Date.parse(expiresAt) - Date.now()) / 1000));
          setState({ is: 'waiting', code, secondsLeft });
          const seen = await ask(pollSecret);
          if (over || seen === undefined) return schedule();
          if (seen.state === 'waiting') return secondsLeft === 0 ? end({ is: 'expired' }) : schedule();
          if (seen.state === 'confirmed') return begin(seen.session);
          end({ is: seen.state });
        };
        const schedule = () => {
          if (!over) timer = setTimeout(() => void tick().catch(fail), pollEvery);
        };
        await tick();
      } catch (error) {
        fail(error);
      }
    };
    const fail = (error: unknown) => end({ is: 'failed', problem: problemOf(error) });
    void follow();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [round, device]);

  const again = useCallback(() => {
    renewed.current = 0;
    setState({ is: 'fetching' });
    setRound((count) => count + 1);
  }, []);
  return { state, again };
}

/** Undefined when no answer came: the code is still good, the next turn asks again. */
async function ask(pollSecret: string) {
  try {
    return await call(pollWebSignIn, { pollSecret });
  } catch (error) {
    if (problemOf(error).code === 'call.unreachable') return undefined;
    throw error;
  }
}
