import { Text, View } from '@tarojs/components';
import classNames from 'classnames';
import type { PropsWithChildren } from 'react';
import { aria } from '../access/attributes';
import { Icon } from '../icon/Icon';
import './field.scss';

/** What every field has, whatever is inside it. */
export interface FieldProps {
  /** The key of the field: tests find it by this, and a page scrolls to `#field-<name>`. */
  name: string;
  label: string;
  /** Fields that may stay empty say so; the others say nothing. */
  optional?: boolean;
  /** An example or explanation in plain words, under the label. */
  hint?: string;
  /** What is wrong and what to do. */
  error?: string;
  /** Can be sent all the same, with a reason. */
  warning?: string;
  disabled?: boolean;
}

export const fieldId = (name: string): string => `field-${name}`;

export function FieldFrame({ name, label, optional, hint, error, warning, children }: PropsWithChildren<FieldProps>) {
  return (
    <View id={fieldId(name)} className={classNames('yt-field', error && 'yt-field--wrong')}>
      <View className="yt-field__label">
        {label}
        {optional && <Text className="yt-field__optional">（可不填）</Text>}
      </View>
      {hint && <View className="yt-field__hint">{hint}</View>}
      {children}
      {error && (
        <View className="yt-field__error" {...aria({ role: 'alert', live: 'assertive' })}>
          <Icon name="warning" tone="red" size={16} />
          <Text>{error}</Text>
        </View>
      )}
      {!error && warning && (
        <View className="yt-field__warning" {...aria({ role: 'status', live: 'polite' })}>
          <Icon name="info" tone="gold" size={16} />
          <Text>{warning}</Text>
        </View>
      )}
    </View>
  );
}
