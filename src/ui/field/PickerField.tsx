import { Text, View } from '@tarojs/components';
import classNames from 'classnames';
import { type PropsWithChildren, useState } from 'react';
import { pressable } from '../access/attributes';
import { at } from '../access/name';
import { Icon, type IconName } from '../icon/Icon';
import { Sheet } from '../overlay/Sheet';
import { FieldFrame, type FieldProps } from './FieldFrame';

interface PickerFieldProps extends FieldProps {
  /** The answer as a person reads it; empty when there is none. */
  shown: string;
  placeholder?: string;
  icon: IconName;
  /** What the sheet shows; `close` puts it away. */
  picker: (close: () => void) => React.ReactNode;
}

/** A field whose answer is found on a sheet: a date, an area, a long list. */
export function PickerField({
  shown,
  placeholder = '请选择',
  icon,
  picker,
  ...frame
}: PropsWithChildren<PickerFieldProps>) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const press = pressable(() => setOpen(true), {
    label: `${frame.label}：${shown || placeholder}`,
    disabled: frame.disabled,
  });
  return (
    <FieldFrame {...frame}>
      <View className={classNames('yt-input', 'yt-input--picker', at(frame.name))} {...press}>
        <Text className={classNames('yt-input__chosen', !shown && 'yt-input__none')}>{shown || placeholder}</Text>
        <Icon name={icon} tone="faint" />
      </View>
      <Sheet open={open} onClose={close} title={frame.label}>
        {picker(close)}
      </Sheet>
    </FieldFrame>
  );
}
