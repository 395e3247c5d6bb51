import { Text, View } from '@tarojs/components';
import classNames from 'classnames';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from '../access/attributes';
import { at } from '../access/name';
import './layout.scss';

interface CardProps {
  title?: string;
  /** Beside the title: a count, a link. */
  extra?: ReactNode;
  /** Without inner margins, for a list of rows that reach the edges. */
  flush?: boolean;
  name?: string;
}

/** White paper on the grey page: one subject. */
export function Card({ title, extra, flush = false, name, children }: PropsWithChildren<CardProps>) {
  return (
    <View className={classNames('yt-card', flush && 'yt-card--flush', at(name))}>
      {title && (
        <View className="yt-card__head">
          <Text className="yt-card__title" {...aria({ role: 'heading' })}>
            {title}
          </Text>
          {extra && <View className="yt-card__extra">{extra}</View>}
        </View>
      )}
      {children}
    </View>
  );
}
