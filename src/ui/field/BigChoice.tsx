import { Text, View } from '@tarojs/components';
import classNames from 'classnames';
import { aria, pressable } from '../access/attributes';
import { at } from '../access/name';
import { Icon } from '../icon/Icon';
import { FieldFrame, type FieldProps } from './FieldFrame';
import './choice.scss';

export interface ChoiceOption {
  value: string;
  label: string;
  /** 灵活就业 needs an example under it. */
  hint?: string;
  disabled?: boolean;
}

interface SingleChoiceProps extends FieldProps {
  options: readonly ChoiceOption[];
  value: string | undefined;
  onChange: (value: string) => void;
}

/** Up to seven answers, all in sight, each as wide as the page. */
export function BigChoice({ options, value, onChange, ...frame }: SingleChoiceProps) {
  return (
    <FieldFrame {...frame}>
      <View className="yt-choice" {...aria({ role: 'radiogroup', label: frame.label })}>
        {options.map((option) => (
          <Choice
            key={option.value}
            option={option}
            name={`${frame.name}-${option.value}`}
            role="radio"
            chosen={option.value === value}
            disabled={frame.disabled || option.disabled}
            onPress={() => onChange(option.value)}
          />
        ))}
      </View>
    </FieldFrame>
  );
}

interface MultiChoiceProps extends FieldProps {
  options: readonly ChoiceOption[];
  value: readonly string[];
  /** In the order of the options. */
  onChange: (value: string[]) => void;
  /** At most so many; the others cannot be pressed any more. */
  most?: number;
}

export function BigMultiChoice({ options, value, onChange, most = options.length, ...frame }: MultiChoiceProps) {
  const toggled = (pressed: string): string[] =>
    options.map((option) => option.value).filter((one) => (one === pressed) !== value.includes(one));
  return (
    <FieldFrame {...frame}>
      <View className="yt-choice" {...aria({ role: 'group', label: frame.label })}>
        {options.map((option) => {
          const chosen = value.includes(option.value);
          return (
            <Choice
              key={option.value}
              option={option}
              name={`${frame.name}-${option.value}`}
              role="checkbox"
              chosen={chosen}
              disabled={frame.disabled || option.disabled || (!chosen && value.length >= most)}
              onPress={() => onChange(toggled(option.value))}
            />
          );
        })}
      </View>
    </FieldFrame>
  );
}

interface ChoiceProps {
  option: ChoiceOption;
  name: string;
  role: 'radio' | 'checkbox';
  chosen: boolean;
  disabled: boolean | undefined;
  onPress: () => void;
}

function Choice({ option: { label, hint }, name, role, chosen, disabled = false, onPress }: ChoiceProps) {
  const look = classNames(
    'yt-choice__option',
    `yt-choice__option--${role}`,
    { 'yt-choice__option--chosen': chosen, 'yt-choice__option--disabled': disabled },
    at(name)
  );
  return (
    <View className={look} {...pressable(onPress, { role, label, checked: chosen, disabled })}>
      <View className="yt-choice__mark">{chosen && <Icon name="check" tone="white" size={16} />}</View>
      <View className="yt-choice__words">
        <View className="yt-choice__label">{label}</View>
        {hint && <Text className="yt-choice__hint">{hint}</Text>}
      </View>
    </View>
  );
}
