import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { storage } from '@/platform/storage';

const key = 'slip-pending';

/** A slip that was scanned before signing in or before proving who one is: the home page leads back to it. */
export const keepSlip = (code: string): Promise<void> => storage.set(key, code);
export const forgetSlip = (): Promise<void> => storage.remove(key);

export function usePendingSlip(): string | undefined {
  const [code, setCode] = useState<string>();
  const look = useCallback(() => {
    void storage.get(key).then(
      (kept) => setCode(typeof kept === 'string' ? kept : undefined),
      () => setCode(undefined)
    );
  }, []);
  useEffect(look, [look]);
  useDidShow(look);
  return code;
}
