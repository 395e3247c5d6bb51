import { Text, View } from '@tarojs/components';
import classNames from 'classnames';
import { aria } from '../access/attributes';
import './status.scss';

interface ProgressFigureProps {
  /** What is counted: 本村已填报. */
  label: string;
  done: number;
  total: number;
  /** 人, 户 */
  unit: string;
  /** Where the plan says one should be by today, in the same unit. */
  plan?: number;
  /** A line under the bar: 截止 3 月 31 日，还有 12 天. */
  note?: string;
  small?: boolean;
}

/** How many of how many, with the denominator always in sight. */
export function ProgressFigure({ label, done, total, unit, plan, note, small = false }: ProgressFigureProps) {
  const percent = share(done, total);
  return (
    <View
      className={classNames('yt-progress', small && 'yt-progress--small')}
      {...aria({ role: 'progressbar', label: `${label}：${total} ${unit}中的 ${done} ${unit}` })}
    >
      <View className="yt-progress__head">
        <Text className="yt-progress__label">{label}</Text>
        <Text className="yt-progress__percent">{percent}</Text>
      </View>
      <View className="yt-progress__figures">
        <Text className="yt-progress__done">{grouped(done)}</Text>
        <Text className="yt-progress__total">{` / ${grouped(total)} ${unit}`}</Text>
      </View>
      <View className="yt-progress__track">
        <View
          className={classNames('yt-progress__fill', behind(done, plan) && 'yt-progress__fill--behind')}
          style={{ width: width(done, total) }}
        />
        {plan !== undefined && <View className="yt-progress__plan" style={{ left: width(plan, total) }} />}
      </View>
      {note && <Text className="yt-progress__note">{note}</Text>}
    </View>
  );
}

const behind = (done: number, plan: number | undefined): boolean => plan !== undefined && done < plan;
const width = (part: number, whole: number): string => `${whole > 0 ? Math.min(100, (part / whole) * 100) : 0}%`;

/** Rounded down: 100% is said only when everybody is there. */
const share = (part: number, whole: number): string => (whole > 0 ? `${Math.floor((part / whole) * 1000) / 10}%` : '—');

const grouped = (figure: number): string => String(figure).replace(/\B(?=(\d{3})+$)/g, ',');
