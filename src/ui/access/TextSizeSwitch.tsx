import { View } from '@tarojs/components';
import classNames from 'classnames';
import { pressable } from './attributes';
import { at } from './name';
import { useTextSize } from './text-size';
import './text-size.scss';

/** 大字: one press for larger letters everywhere, one for the usual ones. */
export function TextSizeSwitch() {
  const [size, choose] = useTextSize();
  const large = size === 'large';
  return (
    <View
      className={classNames('yt-text-size', at('text-size'))}
      {...pressable(() => choose(large ? 'normal' : 'large'), { role: 'switch', label: '大字', checked: large })}
    >
      {large ? '标准字' : '大字'}
    </View>
  );
}
