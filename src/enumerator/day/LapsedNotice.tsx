import { useAccount } from '@/client/account';
import { open } from '@/client/navigate';
import { Notice } from '@/ui';

/** The sign-in ran out in the field: everything goes on, and where there is a signal one signs in again. */
export function LapsedNotice() {
  const { lapsed } = useAccount();
  if (!lapsed) return null;
  return (
    <Notice tone="wait" name="lapsed" action={{ label: '去登录', onPress: () => open('signIn') }}>
      登录已过期。名单和填好的都在，可以接着填；有信号时重新登录，才能发送。
    </Notice>
  );
}
