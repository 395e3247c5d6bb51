import { Text, View } from '@tarojs/components';
import classNames from 'classnames';
import type { ReactNode } from 'react';
import { aria, pressable } from '../access/attributes';
import { at } from '../access/name';
import { fieldId } from '../field/FieldFrame';
import { Icon, type IconName } from '../icon/Icon';
import './layout.scss';

interface ListRowProps {
  title: ReactNode;
  /** A second, quieter line. */
  note?: ReactNode;
  /** At the right: a state, a number, a value. */
  value?: ReactNode;
  icon?: IconName;
  /** Without it the row only shows; with it a chevron says that it opens something. */
  onPress?: () => void;
  name?: string;
  /** The field it stands for, so that `scrollToField` finds it. */
  field?: string;
}

export function ListRow({ title, note, value, icon, onPress, name, field }: ListRowProps) {
  const behaviour = onPress ? pressable(onPress) : aria({ role: 'listitem' });
  return (
    <View
      className={classNames('yt-row', at(name))}
      {...(field === undefined ? {} : { id: fieldId(field) })}
      {...behaviour}
    >
      {icon && <Icon name={icon} tone="primary" />}
      <View className="yt-row__text">
        <View className="yt-row__title">{title}</View>
        {note && <View className="yt-row__note">{note}</View>}
      </View>
      {value !== undefined && <View className="yt-row__value">{value}</View>}
      {onPress && <Icon name="right" tone="faint" size={16} />}
    </View>
  );
}

interface FactsProps {
  /** Label and what stands beside it; an empty value shows as 未填. */
  items: { label: string; value?: ReactNode }[];
}

/** Label beside value, line by line: a receipt, a record as it was sent. */
export function Facts({ items }: FactsProps) {
  return (
    <View className="yt-facts">
      {items.map(({ label, value }) => (
        <View className="yt-facts__line" key={label}>
          <Text className="yt-facts__label">{label}</Text>
          <View className="yt-facts__value">{value ?? <Text className="yt-facts__none">未填</Text>}</View>
        </View>
      ))}
    </View>
  );
}
