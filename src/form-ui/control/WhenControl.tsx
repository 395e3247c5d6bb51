import type { Control, Field } from '@/domain/form';
import { DatePickerField, MonthPickerField } from '@/ui';
import { asText, type ControlProps } from './control-props';

type When = Extract<Control, { is: 'when' }>;

const earliest = '1900-01-01';

export function WhenControl({ control, frame, value, onChange, ctx }: ControlProps & { control: When; field: Field }) {
  const latest = control.future ? `${Number(ctx.today.slice(0, 4)) + 50}-12-31` : ctx.today;
  if (control.precision === 'month') {
    return (
      <MonthPickerField
        {...frame}
        value={asText(value)}
        onChange={onChange}
        min={earliest.slice(0, 7)}
        max={latest.slice(0, 7)}
        start={ctx.today.slice(0, 7)}
      />
    );
  }
  return (
    <DatePickerField
      {...frame}
      value={asText(value)}
      onChange={onChange}
      min={earliest}
      max={latest}
      start={ctx.today}
    />
  );
}
