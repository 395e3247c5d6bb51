import DatetimePicker from '@taroify/core/datetime-picker';
import { useState } from 'react';
import { ActionButton } from '../action/Action';
import type { FieldProps } from './FieldFrame';
import { PickerField } from './PickerField';

interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (value: string) => void;
  /** The first and last day that may be chosen. */
  min: string;
  max: string;
  /** Where the wheels stand while there is no answer yet. */
  start?: string;
}

export function DatePickerField({ value, ...props }: DateFieldProps) {
  return <WheelField {...props} value={value} type="date" shown={inWords(value)} />;
}

/** `YYYY-MM`, or empty; `min` and `max` likewise. */
export function MonthPickerField({ value, ...props }: DateFieldProps) {
  return <WheelField {...props} value={value} type="year-month" shown={inWords(value)} />;
}

interface WheelFieldProps extends DateFieldProps {
  type: 'date' | 'year-month';
  shown: string;
}

function WheelField({ value, onChange, min, max, start, type, shown, ...frame }: WheelFieldProps) {
  return (
    <PickerField
      {...frame}
      shown={shown}
      icon="calendar"
      picker={(close) => (
        <Wheels
          type={type}
          value={value || start || max}
          min={min}
          max={max}
          name={frame.name}
          onDone={(chosen) => {
            onChange(chosen);
            close();
          }}
        />
      )}
    />
  );
}

interface WheelsProps {
  type: 'date' | 'year-month';
  value: string;
  min: string;
  max: string;
  name: string;
  onDone: (value: string) => void;
}

const units: Record<string, string> = { year: '年', month: '月', day: '日' };

function Wheels({ type, value, min, max, name, onDone }: WheelsProps) {
  const [chosen, setChosen] = useState(value < min ? min : value > max ? max : value);
  return (
    <>
      <DatetimePicker
        type={type}
        min={toDate(min)}
        max={toDate(max)}
        value={toDate(chosen)}
        formatter={(unit, figure) => `${Number(figure)}${units[unit] ?? ''}`}
        onChange={(date) => setChosen(fromDate(date, type))}
      />
      <ActionButton kind="main" name={`${name}-done`} onPress={() => onDone(chosen)}>
        选好了：{inWords(chosen)}
      </ActionButton>
    </>
  );
}

/** The picker counts in the phone's own zone; only year, month and day pass through it. */
function toDate(value: string): Date {
  const [year = 1970, month = 1, day = 1] = value.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

function fromDate(date: Date, type: 'date' | 'year-month'): string {
  const month = `${date.getFullYear()}-${pad(date.getMonth() + 1)}`;
  return type === 'date' ? `${month}-${pad(date.getDate())}` : month;
}

const pad = (figure: number): string => String(figure).padStart(2, '0');

function inWords(value: string): string {
  const [year, month, day] = value.split('-').map(Number);
  if (!year || !month) return '';
  return `${year}年${month}月${day ? `${day}日` : ''}`;
}
