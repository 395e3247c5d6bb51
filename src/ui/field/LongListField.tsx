import { ScrollView, View } from '@tarojs/components';
import { useState } from 'react';
import { SearchBar } from '../action/SearchBar';
import { Empty } from '../layout/Empty';
import { ListRow } from '../layout/ListRow';
import type { ChoiceOption } from './BigChoice';
import type { FieldProps } from './FieldFrame';
import { PickerField } from './PickerField';

interface LongListFieldProps extends FieldProps {
  /** More than seven answers: 民族, 行业, 职业. */
  options: readonly ChoiceOption[];
  value: string | undefined;
  onChange: (value: string) => void;
}

/** At most so many rows at once; the search finds the others. */
const shownAtOnce = 60;

export function LongListField({ options, value, onChange, ...frame }: LongListFieldProps) {
  return (
    <PickerField
      {...frame}
      shown={options.find((option) => option.value === value)?.label ?? ''}
      icon="down"
      picker={(close) => (
        <LongList
          options={options}
          name={frame.name}
          onDone={(chosen) => {
            onChange(chosen);
            close();
          }}
        />
      )}
    />
  );
}

interface LongListProps {
  options: readonly ChoiceOption[];
  name: string;
  onDone: (value: string) => void;
}

function LongList({ options, name, onDone }: LongListProps) {
  const [words, setWords] = useState('');
  const found = options.filter(({ label, hint = '', value }) => `${label}${hint}${value}`.includes(words.trim()));
  return (
    <>
      <SearchBar value={words} onChange={setWords} placeholder="输入几个字查找" name={`${name}-search`} />
      <ScrollView scrollY className="yt-sheet__list">
        {found.slice(0, shownAtOnce).map(({ value, label, hint }) => (
          <ListRow key={value} title={label} note={hint} name={`${name}-${value}`} onPress={() => onDone(value)} />
        ))}
        {found.length === 0 && <Empty title={`没有找到“${words}”`} hint="换一个更短的词再试。" icon="search" />}
        {found.length > shownAtOnce && (
          <View className="yt-sheet__more">{`还有 ${found.length - shownAtOnce} 项，请输入几个字查找`}</View>
        )}
      </ScrollView>
    </>
  );
}
