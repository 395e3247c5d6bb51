import { Text, View } from '@tarojs/components';
import classNames from 'classnames';
import './status.scss';

/** `plain` not begun, `doing` under way, `done`, `wait` needs somebody's attention, `fault` wrong or overdue. */
export type StateTone = 'plain' | 'doing' | 'done' | 'wait' | 'fault';

interface StateTagProps {
  tone: StateTone;
  children: string;
}

/** The state of one person, record or notice in a word. */
export function StateTag({ tone, children }: StateTagProps) {
  return <Text className={classNames('yt-tag', `yt-tag--${tone}`)}>{children}</Text>;
}

interface BadgeProps {
  /** Nothing is shown for none. */
  count: number;
  /** What is counted, for those who cannot see it: 条未发送. */
  unit: string;
}

export function Badge({ count, unit }: BadgeProps) {
  if (count === 0) return null;
  return (
    <View className="yt-badge">
      {count > 99 ? '99+' : count}
      <Text className="yt-badge__unit">{unit}</Text>
    </View>
  );
}
