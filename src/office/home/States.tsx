import { open } from '@/client/navigate';
import type { progress } from '@/domain/operations/office/progress';
import type { OutputOf } from '@/domain/operations/operation';
import { Card, ListRow } from '@/ui';

type Total = OutputOf<typeof progress>['total'];

const states = [
  { figure: 'due', title: '待采集', icon: 'person' },
  { figure: 'returned', title: '退回待改', icon: 'warning' },
  { figure: 'collected', title: '待审核', icon: 'file' },
  { figure: 'confirmed', title: '已审核', icon: 'done' },
  { figure: 'accepted', title: '已验收', icon: 'done' },
  { figure: 'closed', title: '已办结（死亡、迁出等）', icon: 'done' },
] as const;

/** Each figure opens its list, where the post may see people. */
export function States({ total, lists }: { total: Total; lists: boolean }) {
  return (
    <Card flush>
      {states.map(({ figure, title, icon }) => (
        <ListRow
          key={figure}
          name={`figure-${figure}`}
          icon={icon}
          title={title}
          value={`${total[figure]} 人`}
          {...(lists && total[figure] > 0
            ? { onPress: () => open('officePeople', { figure, place: total.divisionCode }) }
            : {})}
        />
      ))}
    </Card>
  );
}
