import { dayInWords } from '@/client/words';
import type { whoLooked } from '@/domain/operations/collecting/corrections';
import type { OutputOf } from '@/domain/operations/operation';
import { ListRow } from '@/ui';

type Listed = OutputOf<typeof whoLooked>['lists'][number];

/** Lists of the village on which the person stood: by day and viewer, because they were not about him alone. */
export const Lists = ({ lists }: { lists: readonly Listed[] }) =>
  lists.map(({ day, name, post, what, times }) => (
    <ListRow
      key={`${day}-${name}-${post}-${what}`}
      title={`${name} · ${what}`}
      note={`${post} · ${dayInWords(day)}`}
      value={times > 1 ? `${times} 次` : undefined}
    />
  ));
