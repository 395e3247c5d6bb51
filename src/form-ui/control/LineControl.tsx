import type { Control, Field } from '@/domain/form';
import { LongTextField, TextField } from '@/ui';
import { asText, type ControlProps } from './control-props';

type Line = Extract<Control, { is: 'line' }>;
type Lines = Extract<Control, { is: 'lines' }>;

const keyboards = { text: 'text', idcard: 'idNumber', number: 'integer', digit: 'decimal', phone: 'phone' } as const;

export function LineControl({
  control,
  field,
  frame,
  value,
  onChange,
}: ControlProps & { control: Line; field: Field }) {
  return (
    <TextField
      {...frame}
      value={asText(value)}
      onChange={onChange}
      keyboard={keyboards[control.keyboard]}
      max={control.max}
      {...(control.unit === undefined ? {} : { unit: control.unit })}
      {...(field.example === undefined ? {} : { placeholder: `如：${field.example}` })}
    />
  );
}

export function LinesControl({
  control,
  field,
  frame,
  value,
  onChange,
}: ControlProps & { control: Lines; field: Field }) {
  return (
    <LongTextField
      {...frame}
      value={asText(value)}
      onChange={onChange}
      max={control.max}
      {...(field.example === undefined ? {} : { placeholder: `如：${field.example}` })}
    />
  );
}
