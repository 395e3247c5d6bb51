import { View } from '@tarojs/components';
import { LongListField, Tabs } from '@/ui';
import './day.scss';

interface VillageChoiceProps {
  villages: readonly { code: string; name: string }[];
  value: string;
  onChange: (code: string) => void;
}

/** Which of his villages the enumerator is in: side by side while they fit, else from a list with search. */
export function VillageChoice({ villages, value, onChange }: VillageChoiceProps) {
  const items = villages.map(({ code, name }) => ({ value: code, label: name }));
  if (items.length < 2) return null;
  if (items.length <= 3) return <Tabs value={value} onChange={onChange} items={items} />;
  return (
    <View className="yt-village-choice">
      <LongListField name="village" label="今天的村" options={items} value={value} onChange={onChange} />
    </View>
  );
}
