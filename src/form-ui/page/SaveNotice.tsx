import { Notice } from '@/ui';
import type { FormSession } from '../session/use-form-session';

/** What was typed last is not stored: why, and what to do. Nothing is said while all is well. */
export function SaveNotice({ session: { saveState, takeOver } }: { session: FormSession }) {
  if (saveState === 'failed') {
    return (
      <Notice tone="fault" name="not-saved">
        本机存储已满，刚才这一项没有存下。请先发送待发的内容腾出空间，再改一次这一项。
      </Notice>
    );
  }
  if (saveState === 'elsewhere') {
    return (
      <Notice tone="fault" name="elsewhere" action={{ label: '用这里的', onPress: takeOver }}>
        这张表在另一个窗口里改过或已提交，这里的改动没有存。要看那边的，请返回后重新打开。
      </Notice>
    );
  }
  return null;
}
