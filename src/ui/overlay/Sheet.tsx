import Popup from '@taroify/core/popup';
import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria, pressable } from '../access/attributes';
import { Icon } from '../icon/Icon';
import './overlay.scss';

interface SheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
}

/** Comes up from the bottom and covers the page; a press beside it or on 关闭 puts it away. */
export function Sheet({ open, onClose, title, children }: PropsWithChildren<SheetProps>) {
  return (
    <Popup
      className="yt-sheet"
      open={open}
      placement="bottom"
      rounded
      onClose={() => open && onClose()}
      {...aria({ role: 'dialog', label: title })}
    >
      <View className="yt-sheet__head">
        <Text className="yt-sheet__title">{title}</Text>
        <View className="yt-sheet__close" {...pressable(onClose, { label: '关闭' })}>
          <Icon name="close" tone="soft" />
        </View>
      </View>
      <View className="yt-sheet__body">{open && children}</View>
    </Popup>
  );
}
