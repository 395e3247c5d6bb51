import { View } from '@tarojs/components';
import { aria } from '../access/attributes';
import './layout.scss';

interface SkeletonProps {
  /** How many cards the page will have. */
  cards?: number;
  /** How many lines in each. */
  lines?: number;
}

/** The shape of a page that is still on its way. */
export function Skeleton({ cards = 3, lines = 3 }: SkeletonProps) {
  return (
    <View {...aria({ role: 'status', label: '正在读取' })}>
      {sequence(cards).map((card) => (
        <View className="yt-card yt-skeleton" key={card}>
          {sequence(lines).map((line) => (
            <View className="yt-skeleton__line" key={line} />
          ))}
        </View>
      ))}
    </View>
  );
}

const sequence = (length: number): number[] => Array.from({ length }, (_, index) => index);
