import { View } from '@tarojs/components';
import { type Field, findingKey, questionText } from '@/domain/form';
import { Notice, TextField } from '@/ui';
import { FieldControl } from '../control/FieldControl';
import { findingFor } from '../session/journey';
import type { FormSession } from '../session/use-form-session';

interface FieldLineProps {
  session: FormSession;
  name: string;
  edition: string;
  /** Residents read the question; those who work with the form all day read the official label. */
  words: 'question' | 'label';
  /** Faults are said only once the person tried to go on, or typed something that cannot be right. */
  showFaults: boolean;
  /** What a reviewer wrote about this field. */
  comment?: string | undefined;
}

/** One field with its control, what is wrong with it, and the place for the reason of a warning. */
export function FieldLine({ session, name, edition, words, showFaults, comment }: FieldLineProps) {
  const { form, answers, ctx, journey, reasons } = session;
  const field: Field | undefined = form.fields[name];
  if (field === undefined) return null;
  const finding = findingFor(journey.findings, name);
  const wording = questionText(form, name, answers, ctx);
  // An empty field is not a mistake until the person tries to go on.
  const said = showFaults || answers[name] !== undefined ? finding : undefined;
  const key = finding && findingKey(finding);
  return (
    <View>
      {comment !== undefined && (
        <Notice tone="wait" name={`comment-${name}`}>
          {`退回意见：${comment}`}
        </Notice>
      )}
      <FieldControl
        field={field}
        frame={{
          name,
          label: words === 'question' ? wording.ask : field.label,
          optional: field.required === undefined || field.required === false,
          ...(wording.hint === undefined ? {} : { hint: wording.hint }),
          ...(said?.severity === 'fault' ? { error: said.message } : {}),
          ...(said && said.severity !== 'fault' ? { warning: said.message } : {}),
        }}
        value={answers[name] ?? shownValue(session, name)}
        onChange={(value) => session.answer(name, value)}
        ctx={ctx}
        edition={edition}
      />
      {finding?.severity === 'warning' && key && (
        <TextField
          name={`reason-${name}`}
          label="情况属实的，请说明原因"
          value={reasons[key] ?? ''}
          onChange={(reason) => session.setReason(key, reason)}
          max={200}
          placeholder="如：已核对身份证原件"
        />
      )}
    </View>
  );
}

/** What stands in the field before anyone touched it: the register's word. */
const shownValue = ({ ctx }: FormSession, name: string): unknown => ctx.register?.[name];
