import LibraryTabs from '@taroify/core/tabs';
import { View } from '@tarojs/components';
import './tabs.scss';

interface TabsProps<Value extends string> {
  value: Value;
  onChange: (value: Value) => void;
  /** `count` stands behind the word, so that nobody has to open a tab to know that it is empty. */
  items: readonly { value: Value; label: string; count?: number }[];
}

/** Views of one list. The content is the caller's: it shows what `value` says. */
export function Tabs<Value extends string>({ value, onChange, items }: TabsProps<Value>) {
  return (
    <View className="yt-tabs">
      <LibraryTabs value={value} onChange={onChange} ellipsis={false} swipeThreshold={5}>
        {items.map(({ value: tab, label, count }) => (
          <LibraryTabs.TabPane key={tab} value={tab} title={count === undefined ? label : `${label} ${count}`} />
        ))}
      </LibraryTabs>
    </View>
  );
}
