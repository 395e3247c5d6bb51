import { View } from '@tarojs/components';
import { useState } from 'react';
import { ActionButton, Card, ListRow, Sheet } from '@/ui';
import './day.scss';

interface FiltersProps {
  groups: readonly string[];
  group: string;
  onGroup: (group: string) => void;
  openOnly: boolean;
  onOpenOnly: (openOnly: boolean) => void;
}

/** Two presses in one line: only households with somebody left, only one group (组). */
export function Filters({ groups, group, onGroup, openOnly, onOpenOnly }: FiltersProps) {
  const [choosing, setChoosing] = useState(false);
  const choose = (next: string) => {
    onGroup(next);
    setChoosing(false);
  };
  return (
    <View className="yt-filters">
      <ActionButton inline kind={openOnly ? 'main' : 'plain'} name="open-only" onPress={() => onOpenOnly(!openOnly)}>
        只看没采完的户
      </ActionButton>
      {groups.length > 1 && (
        <ActionButton inline kind={group === '' ? 'plain' : 'main'} name="group" onPress={() => setChoosing(true)}>
          {group === '' ? '全村各组' : group}
        </ActionButton>
      )}
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
