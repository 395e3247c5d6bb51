import { useQuery } from '@/client/calls/use-query';
import { momentInWords } from '@/client/words';
import { heldEntries } from '@/domain/operations/collecting/rescue';
import type { Entry } from '@/outbox';
import { Card, ListRow, StateTag } from '@/ui';

/** What another phone of the same person sent and the cloud keeps until the rest of it comes. */
export function KeptInCloud({ entries }: { entries: readonly Entry[] }) {
  const { value } = useQuery(heldEntries, { cursor: null, limit: 100 });
  const here = new Set(entries.map(({ id }) => id));
  const elsewhere = (value?.items ?? []).filter(({ entryId }) => !here.has(entryId));
  if (elsewhere.length === 0) return null;
  return (
    <Card title={`另一部手机发来、还在等的 ${elsewhere.length} 条`} flush>
      {elsewhere.map(({ entryId, title, name, sentence, doneAt, overdue, why }) => (
        <ListRow
          key={entryId}
          name={`kept-${entryId}`}
          title={[title, name].filter(Boolean).join('：')}
          note={`${momentInWords(doneAt)}填的。${sentence}${overdue ? '已经等了三天以上，请把那部手机连上网，或者告诉督导。' : ''}`}
          value={
            <StateTag tone={why === 'refused' ? 'fault' : 'wait'}>{why === 'refused' ? '没办成' : '等待中'}</StateTag>
          }
        />
      ))}
    </Card>
  );
}
