import { View } from '@tarojs/components';
import classNames from 'classnames';
import { pressable } from '../access/attributes';
import { at } from '../access/name';
import { Icon } from '../icon/Icon';
import './choice.scss';

interface TickProps {
  /** What the person agrees to or says by ticking it. */
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
  disabled?: boolean;
  name: string;
}

/** One sentence to agree to or not. */
export function Tick({ label, value, onChange, disabled = false, name }: TickProps) {
  const look = classNames(
    'yt-choice__option',
    { 'yt-choice__option--chosen': value, 'yt-choice__option--disabled': disabled },
    at(name)
  );
  return (
    <View
      className={look}
      {...pressable(() => onChange(!value), { role: 'checkbox', label, checked: value, disabled })}
    >
      <View className="yt-choice__mark">{value && <Icon name="check" tone="white" size={16} />}</View>
      <View className="yt-choice__words">
        <View className="yt-choice__label">{label}</View>
      </View>
    </View>
  );
}
