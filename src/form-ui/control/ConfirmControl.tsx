import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { type Control, type Field, kindOf } from '@/domain/form';
import { ActionButton, FieldFrame, Tick } from '@/ui';
import type { ControlProps } from './control-props';

type Confirm = Extract<Control, { is: 'confirm' }>;
type Location = Extract<Control, { is: 'location' }>;
type Shown = Extract<Control, { is: 'shown' }>;

/** The person, or whoever answers for him, says that it is right. */
export function ConfirmControl({ frame, value, onChange }: ControlProps & { control: Confirm; field: Field }) {
  return (
    <FieldFrame {...frame}>
      <Tick
        name={frame.name}
        label="我已核对，情况属实"
        value={value !== undefined && value !== false}
        onChange={(yes) => onChange(yes ? true : undefined)}
      />
    </FieldFrame>
  );
}

/** Where the phone is now; only when the person presses, and without it the form can still be sent. */
export function LocationControl({
  frame,
  value,
  onChange,
  field,
  ctx,
}: ControlProps & { control: Location; field: Field }) {
  const [problem, setProblem] = useState('');
  const kind = kindOf(field);
  const locate = async () => {
    try {
      const { latitude, longitude, accuracy } = await Taro.getLocation({ type: 'wgs84' });
      setProblem('');
      onChange({ lat: latitude, lon: longitude, accuracy });
    } catch {
      setProblem('没有取到位置，可以不填，或到开阔处再试。');
    }
  };
  return (
    <FieldFrame {...frame} {...(problem === '' ? {} : { warning: problem })}>
      <View>{kind.is(value) ? kind.text(value, field, ctx) : '还没有定位'}</View>
      <ActionButton inline name={frame.name} onPress={() => void locate()}>
        取当前位置
      </ActionButton>
    </FieldFrame>
  );
}

/** What the form works out by itself. */
export function ShownControl({ frame, value, field, ctx }: ControlProps & { control: Shown; field: Field }) {
  const kind = kindOf(field);
  return (
    <FieldFrame {...frame}>
      <View>{kind.is(value) ? kind.text(value, field, ctx) : '填好前面的内容后自动得出'}</View>
    </FieldFrame>
  );
}
