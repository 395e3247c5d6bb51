import { dayAhead } from '@/client/words';
import { type ClosingClass, closingClasses, type mayClose } from '@/domain/campaign/closing';
import { BigChoice, Card, MonthPickerField, Notice, TextField } from '@/ui';
import type { Closing } from './use-visit';

interface ClosingFieldsProps {
  closing: Closing;
  onChange: (part: Partial<Closing>) => void;
  may: ReturnType<typeof mayClose> | undefined;
}

const classes = (Object.keys(closingClasses) as ClosingClass[])
  .sort()
  .map((code) => ({ value: code as string, label: closingClasses[code].title }));

/** Somebody who cannot be asked: which class, and the proof it needs. A supervisor or the town signs as the second. */
export function ClosingFields({ closing, onChange, may }: ClosingFieldsProps) {
  const { populationClass, since, witness, reason } = closing;
  const needs = populationClass === '' ? undefined : closingClasses[populationClass];
  return (
    <Card title="这个人没法采集，办结">
      <BigChoice
        name="closeAs"
        label="为什么"
        options={classes}
        value={populationClass === '' ? undefined : populationClass}
        onChange={(code) => onChange({ populationClass: isClass(code) ? code : '' })}
      />
      {needs?.since && (
        <MonthPickerField
          name="since"
          label="发生在哪年哪月"
          value={since}
          onChange={(next) => onChange({ since: next })}
          min="1990-01"
          max={dayAhead().slice(0, 7)}
        />
      )}
      {needs && (
        <TextField
          name="witness"
          label="证明人（村干部或亲属）"
          optional={!needs.witness}
          value={witness}
          onChange={(next) => onChange({ witness: next })}
          max={50}
        />
      )}
      {needs && (
        <TextField
          name="closeReason"
          label="办结原因"
          optional={!needs.reason}
          value={reason}
          onChange={(next) => onChange({ reason: next })}
          max={200}
        />
      )}
      {may && (
        <Notice tone={may.may ? 'info' : 'wait'} name="closing">
          {may.may ? '可以办结，保存后等督导或镇里确认（第二人签字）。' : may.sentence}
        </Notice>
      )}
    </Card>
  );
}

const isClass = (code: string | undefined): code is ClosingClass => code !== undefined && code in closingClasses;
