import { open } from '@/client/navigate';
import { useOutbox } from '@/client/outbox/outbox';
import { Notice } from '@/ui';

/** What has not been sent is always said in the same place, with a count. */
export function OutboxNotice() {
  const { entries, sending, signInNeeded } = useOutbox();
  const count = (is: string): number => entries.filter(({ standing }) => standing.is === is).length;
  const [refused, waiting, held] = [count('refused'), count('waiting'), count('held')];
  if (refused + waiting + held === 0) return null;
  const words =
    refused > 0
      ? `${refused} 条被退回，需要您改正`
      : waiting === 0
        ? `${held} 条已上传，等前一条到了再处理`
        : sending
          ? `正在发送 ${waiting} 条`
          : `${waiting} 条还没有发出，已存在本机`;
  return (
    <Notice
      tone={refused > 0 ? 'fault' : 'wait'}
      icon={refused > 0 ? 'warning' : 'sync'}
      name="outbox"
      action={{ label: '查看', onPress: () => open('outbox') }}
    >
      {signInNeeded ? `${words}；登录已过期，请重新登录后发送` : words}
    </Notice>
  );
}
