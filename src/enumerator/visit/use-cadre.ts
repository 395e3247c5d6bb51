import { useEffect, useState } from 'react';

interface Kept {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/** The cadre who leads today: typed once, there for the next door. */
export function useCadre(accountId: string, kept: Kept): [string, (cadre: string) => void] {
  const key = `cadre/${accountId}`;
  const [cadre, setCadre] = useState('');
  useEffect(() => {
    void kept.get(key).then((value) => typeof value === 'string' && setCadre(value));
  }, [key, kept]);
  return [
    cadre,
    (next) => {
      setCadre(next);
      void kept.set(key, next);
    },
  ];
}
