import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/Icon';
import './layout.scss';

interface EmptyProps {
  /** Why there is nothing here. */
  title: string;
  /** What to do about it. */
  hint?: string;
  icon?: IconName;
  action?: ReactNode;
}

export function Empty({ title, hint, icon = 'empty', action }: EmptyProps) {
  return (
    <View className="yt-empty">
      <Icon name={icon} tone="faint" size={48} />
      <Text className="yt-empty__title">{title}</Text>
      {hint && <Text className="yt-empty__hint">{hint}</Text>}
      {action && <View className="yt-empty__action">{action}</View>}
    </View>
  );
}
