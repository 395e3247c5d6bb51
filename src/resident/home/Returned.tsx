import type { returnedToMe } from '@/domain/operations/office/quality';
import type { OutputOf } from '@/domain/operations/operation';
import { Facts, Notice } from '@/ui';

export type ReturnedRecord = Pick<OutputOf<typeof returnedToMe>['items'][number], 'reason' | 'returnedBy' | 'comments'>;

/** Why it came back, and what is wrong answer by answer. */
export function Returned({ reason, returnedBy, comments }: ReturnedRecord) {
  return (
    <>
      <Notice tone="wait" name="returned">{`${returnedBy}请您改一改：${reason}`}</Notice>
      {comments.length > 0 && <Facts items={comments.map(({ label, text }) => ({ label, value: text }))} />}
    </>
  );
}
