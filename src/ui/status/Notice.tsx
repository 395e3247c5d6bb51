import { View } from '@tarojs/components';
import classNames from 'classnames';
import type { ReactNode } from 'react';
import { aria, pressable } from '../access/attributes';
import { at } from '../access/name';
import { Icon, type IconName } from '../icon/Icon';
import './status.scss';

type NoticeTone = 'info' | 'wait' | 'fault' | 'done';

const icons: Record<NoticeTone, IconName> = { info: 'info', wait: 'warning', fault: 'warning', done: 'done' };
const inks = { info: 'primary', wait: 'gold', fault: 'red', done: 'green' } as const;

interface NoticeProps {
  tone?: NoticeTone;
  children: ReactNode;
  /** What can be done about it, as a word at the right. */
  action?: { label: string; onPress: () => void };
  icon?: IconName;
  name?: string;
}

/** A line that stays: offline, data from this morning, three entries not sent. */
export function Notice({ tone = 'info', children, action, icon, name }: NoticeProps) {
  return (
    <View
      className={classNames('yt-notice', `yt-notice--${tone}`, at(name))}
      {...aria({ role: tone === 'fault' ? 'alert' : 'status' })}
    >
      <Icon name={icon ?? icons[tone]} tone={inks[tone]} />
      <View className="yt-notice__words">{children}</View>
      {action && (
        <View className={classNames('yt-notice__action', at(name && `${name}-action`))} {...pressable(action.onPress)}>
          {action.label}
        </View>
      )}
    </View>
  );
}

interface ProblemNoticeProps {
  /** A problem of src/domain/problem.ts, as the cloud replied or the phone found it. */
  problem: { message: string } | undefined;
  onRetry?: () => void;
}

/** Says the sentence of a problem, and offers to try again where that can help. */
export function ProblemNotice({ problem, onRetry }: ProblemNoticeProps) {
  if (!problem) return null;
  return (
    <Notice tone="fault" name="problem" action={onRetry && { label: '再试一次', onPress: onRetry }}>
      {problem.message}
    </Notice>
  );
}
