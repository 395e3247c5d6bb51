import { useState } from 'react';
import { revealSecret } from '@/domain/operations/office/secrecy';
import { Problem } from '@/domain/problem';
import { call, problemOf } from '@/platform/client';
import { dial } from '@/platform/device/dial';
import { network } from '@/platform/device/network';

/**
 * Dials somebody: the number goes from the cloud to the dialler, is recorded there as looked at, and is neither shown
 * on the page nor kept on the phone.
 */
export function useDial(personId: string) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const run = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      if (!network.online()) throw new Problem('dial.offline');
      const { lines } = await call(revealSecret, { personId, what: 'phone', reason: '电话采集，联系本人' });
      const number = lines[0]?.text;
      if (number === undefined) throw new Problem('found.nothing', { what: '电话号码' });
      await dial(number);
    } catch (error) {
      const known = problemOf(error);
      setProblem(known.code === 'call.unreachable' ? new Problem('dial.offline') : known);
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, problem };
}
