import { View } from '@tarojs/components';
import type { CodedText, Control, Field } from '@/domain/form';
import { ActionButton, FieldFrame, LongListField, TextField } from '@/ui';
import { asText, type ControlProps } from './control-props';

type CodeText = Extract<Control, { is: 'codeText' }>;

/** A job in the person's own words, and the class of jobs it falls in if he finds it. */
export function CodeTextControl({
  control,
  frame,
  value,
  onChange,
  field,
}: ControlProps & { control: CodeText; field: Field }) {
  const items = itemsOf(value);
  if (!control.several) {
    const only = items[0] ?? { text: '' };
    return (
      <FieldFrame {...frame}>
        <Words
          control={control}
          field={field}
          name={frame.name}
          item={only}
          onChange={(item) => onChange(emptied(item))}
        />
      </FieldFrame>
    );
  }
  const shown = items.length === 0 ? [{ text: '' }] : items;
  const change = (place: number, item: CodedText) =>
    onChange(shown.map((other, index) => (index === place ? item : other)).filter(({ text, code }) => text || code));
  return (
    <FieldFrame {...frame}>
      <View>
        {shown.map((item, place) => (
          <Words
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity of a wish; its words change while they are typed
            key={place}
            control={control}
            field={field}
            name={`${frame.name}-${place + 1}`}
            item={item}
            onChange={(next) => change(place, next)}
          />
        ))}
        {shown.length < control.most && shown[shown.length - 1]?.text !== '' && (
          <ActionButton
            inline
            kind="quiet"
            name={`${frame.name}-more`}
            onPress={() => onChange([...shown, { text: '' }])}
          >
            再填一个
          </ActionButton>
        )}
      </View>
    </FieldFrame>
  );
}

interface WordsProps {
  control: CodeText;
  field: Field;
  name: string;
  item: CodedText;
  onChange: (item: CodedText) => void;
}

function Words({ control, field, name, item, onChange }: WordsProps) {
  const leaves = control.choices.items.filter(
    ({ code }) => !control.choices.items.some(({ parent }) => parent === code)
  );
  return (
    <View>
      <TextField
        name={name}
        label="具体工种"
        value={item.text}
        onChange={(text) => onChange({ ...item, text })}
        max={control.textMax}
        placeholder={`如：${field.example ?? '缝纫工'}`}
      />
      <LongListField
        name={`${name}-code`}
        label="属于哪一类"
        optional
        options={leaves.map(({ code, label }) => ({ value: code, label }))}
        value={item.code}
        onChange={(code) => onChange({ ...item, code })}
      />
    </View>
  );
}

const emptied = (item: CodedText): CodedText | undefined =>
  item.text === '' && item.code === undefined ? undefined : item;

function itemsOf(value: unknown): CodedText[] {
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return list.map((item: unknown) => {
    if (typeof item !== 'object' || item === null) return { text: asText(item) };
    const { code, text } = item as { code?: unknown; text?: unknown };
    return { text: asText(text), ...(typeof code === 'string' ? { code } : {}) };
  });
}
