import { View } from '@tarojs/components';
import type { Control, Field } from '@/domain/form';
import { BigChoice, FieldFrame, TextField } from '@/ui';
import { asText, type ControlProps } from './control-props';

type Amount = Extract<Control, { is: 'amount' }>;

/** The sum, or a band for whoever will not say it: one takes the other's place. */
export function AmountControl({ control, frame, value, onChange }: ControlProps & { control: Amount; field: Field }) {
  const band = isBand(value) ? value.band : undefined;
  return (
    <FieldFrame {...frame}>
      <View>
        <TextField
          name={`${frame.name}-sum`}
          label="金额"
          value={band === undefined ? asText(value) : ''}
          onChange={onChange}
          keyboard="integer"
          max={9}
          unit={control.unit}
          placeholder="大概的数也可以"
        />
        <BigChoice
          name={`${frame.name}-band`}
          label="不方便说具体数，可选一个范围"
          options={control.bands.items.map(({ code, label }) => ({ value: code, label }))}
          value={band}
          onChange={(code) => onChange({ band: code })}
        />
      </View>
    </FieldFrame>
  );
}

const isBand = (value: unknown): value is { band: string } =>
  typeof value === 'object' && value !== null && 'band' in value && typeof value.band === 'string';
