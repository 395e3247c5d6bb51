import { Text, View } from '@tarojs/components';
import classNames from 'classnames';
import { aria } from '../access/attributes';
import './status.scss';

interface StepsBarProps {
  /** 基本 → 工作 → 技能 → 愿望 → 核对 */
  steps: readonly string[];
  /** The place in the list of the step one is in. */
  current: number;
}

/** Where one is in a walk of named steps. */
export function StepsBar({ steps, current }: StepsBarProps) {
  const label = `第 ${current + 1} 步，共 ${steps.length} 步：${steps[current] ?? ''}`;
  return (
    <View className="yt-steps" {...aria({ role: 'status', label })}>
      {steps.map((step, index) => (
        <View
          key={step}
          className={classNames(
            'yt-steps__step',
            index < current && 'yt-steps__step--past',
            index === current && 'yt-steps__step--now'
          )}
        >
          <View className="yt-steps__bar" />
          <Text className="yt-steps__name">{step}</Text>
        </View>
      ))}
    </View>
  );
}
