import { Input, View } from '@tarojs/components';
import { aria, pressable } from '../access/attributes';
import { at } from '../access/name';
import { Icon } from '../icon/Icon';
import './search.scss';

interface SearchBarProps {
  value: string;
  /** At every letter; filter a list on the phone with it. */
  onChange: (words: string) => void;
  /** At the keyboard's search key; ask the cloud with it. */
  onSearch?: (words: string) => void;
  /** What can be looked for: 姓名、门牌号或身份证后四位. */
  placeholder: string;
  name?: string;
}

export function SearchBar({ value, onChange, onSearch, placeholder, name }: SearchBarProps) {
  return (
    <View className="yt-search">
      <Icon name="search" tone="faint" size={20} />
      <Input
        className={`yt-search__input ${at(name)}`}
        value={value}
        placeholder={placeholder}
        placeholderClass="yt-placeholder"
        confirmType="search"
        maxlength={40}
        onInput={({ detail }) => onChange(detail.value)}
        onConfirm={({ detail }) => onSearch?.(detail.value)}
        {...aria({ label: placeholder })}
      />
      {value !== '' && (
        <View className="yt-search__clear" {...pressable(() => onChange(''), { label: '清空' })}>
          <Icon name="close" tone="faint" size={16} />
        </View>
      )}
    </View>
  );
}
