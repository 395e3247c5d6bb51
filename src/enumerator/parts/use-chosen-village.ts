import { useEffect, useState } from 'react';
import type { Account } from '@/client/account';
import { storage } from '@/platform/storage';

/** The village an enumerator is in today: his choice is kept, so that the list opens at once in the morning. */
export function useChosenVillage(account: Account): {
  code: string;
  choose: (code: string) => void;
  codes: { code: string; name: string }[];
  ready: boolean;
} {
  const key = `chosen-village/${account.accountId}`;
  const post = account.posts.find(({ postId }) => postId === account.postId);
  const codes = [...new Map((post?.scopes ?? []).map(({ code, name }) => [code, { code, name }])).values()];
  const [code, setCode] = useState<string>();
  useEffect(() => {
    void storage.get(key).then((kept) => setCode(typeof kept === 'string' ? kept : ''));
  }, [key]);
  const known = codes.some((one) => one.code === code) ? code : codes[0]?.code;
  const choose = (next: string) => {
    setCode(next);
    void storage.set(key, next);
  };
  return { code: known ?? '', choose, codes, ready: code !== undefined };
}
