import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '@/client/navigate';
import { ActionButton, Card, ListRow, Sheet } from '@/ui';
import './day.scss';

interface FiltersProps {
  villageCode: string;
  groups: readonly string[];
  group: string;
  onGroup: (group: string) => void;
  openOnly: boolean;
  onOpenOnly: (openOnly: boolean) => void;
}

/** In one line: only households with somebody left, only one group (组), the employers, the badge to show at a door. */
export function Filters({ villageCode, groups, group, onGroup, openOnly, onOpenOnly }: FiltersProps) {
  const [choosing, setChoosing] = useState(false);
  const choose = (next: string) => {
    onGroup(next);
    setChoosing(false);
  };
  return (
    <View className="yt-filters">
      <ActionButton inline kind={openOnly ? 'main' : 'plain'} name="open-only" onPress={() => onOpenOnly(!openOnly)}>
        没采完的户
      </ActionButton>
      {groups.length > 1 && (
        <ActionButton inline kind={group === '' ? 'plain' : 'main'} name="group" onPress={() => setChoosing(true)}>
          {group === '' ? '全村各组' : group}
        </ActionButton>
      )}
      <ActionButton inline name="employers" onPress={() => open('enumeratorEmployers', { village: villageCode })}>
        用人单位
      </ActionButton>
      <ActionButton inline name="badge" onPress={() => open('enumeratorBadge')}>
        采集员证
      </ActionButton>
      <Sheet open={choosing} onClose={() => setChoosing(false)} title="看哪个组">
        <Card flush>
          {['', ...groups].map((one) => (
            <ListRow
              key={one}
              name={`group-${one || 'all'}`}
              title={one === '' ? '全村各组' : one}
              onPress={() => choose(one)}
            />
          ))}
        </Card>
      </Sheet>
    </View>
  );
}
