import { Input, Textarea, View } from '@tarojs/components';
import classNames from 'classnames';
import { aria } from '../access/attributes';
import { at } from '../access/name';
import { FieldFrame, type FieldProps } from './FieldFrame';
import { keyboards } from './keyboards';

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** When the person has left the field: the time to check it. */
  onLeave?: () => void;
  /** Which keyboard comes up; it changes nothing about what may be stored. */
  keyboard?: 'text' | 'integer' | 'decimal' | 'phone' | 'idNumber';
  /** In characters as people count them. */
  max?: number;
  placeholder?: string;
  /** Stands behind the figure: 元/月, 人. */
  unit?: string;
  /** The keyboard's own key goes on to the next field. */
  onNext?: () => void;
  focus?: boolean;
}

export function TextField({
  value,
  onChange,
  onLeave,
  keyboard = 'text',
  max = 60,
  placeholder,
  unit,
  onNext,
  focus,
  ...frame
}: TextFieldProps) {
  return (
    <FieldFrame {...frame}>
      <View className="yt-input">
        <Input
          className={classNames('yt-input__control', at(frame.name))}
          type={keyboards[keyboard]}
          value={value}
          placeholder={placeholder}
          placeholderClass="yt-placeholder"
          // A rare character counts twice for the phone; the field's own check counts people's way.
          maxlength={max * 2}
          disabled={frame.disabled}
          focus={focus}
          confirmType={onNext ? 'next' : 'done'}
          confirmHold={Boolean(onNext)}
          onInput={({ detail }) => onChange(detail.value)}
          onBlur={() => onLeave?.()}
          onConfirm={() => onNext?.()}
          {...aria({ label: frame.label, disabled: frame.disabled })}
        />
        {unit && <View className="yt-input__unit">{unit}</View>}
      </View>
    </FieldFrame>
  );
}

type PhoneFieldProps = Omit<TextFieldProps, 'keyboard' | 'max'>;

export function PhoneField(props: PhoneFieldProps) {
  return <TextField placeholder="11 位手机号" {...props} keyboard="phone" max={20} />;
}

export function IdNumberField(props: PhoneFieldProps) {
  return <TextField placeholder="18 位，末位可能是 X" {...props} keyboard="idNumber" max={20} />;
}

interface LongTextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onLeave?: () => void;
  max: number;
  placeholder?: string;
}

export function LongTextField({ value, onChange, onLeave, max, placeholder, ...frame }: LongTextFieldProps) {
  return (
    <FieldFrame {...frame}>
      <View className="yt-input yt-input--long">
        <Textarea
          className={classNames('yt-input__control', 'yt-input__control--long', at(frame.name))}
          value={value}
          placeholder={placeholder}
          placeholderClass="yt-placeholder"
          maxlength={max * 2}
          disabled={frame.disabled}
          autoHeight
          onInput={({ detail }) => onChange(detail.value)}
          onBlur={() => onLeave?.()}
          {...aria({ label: frame.label, disabled: frame.disabled })}
        />
        <View className="yt-input__count">{`${[...value].length}/${max}`}</View>
      </View>
    </FieldFrame>
  );
}
