import { View } from '@tarojs/components';
import type { Choice, Control, Field } from '@/domain/form';
import { BigChoice, BigMultiChoice, type ChoiceOption, LongListField } from '@/ui';
import { asText, type ControlProps } from './control-props';

type ChoicesSpec = Extract<Control, { is: 'choices' }>;
type YesNo = Extract<Control, { is: 'yesNo' }>;

export function ChoicesControl({
  control,
  frame,
  value,
  onChange,
  ctx,
}: ControlProps & { control: ChoicesSpec; field: Field }) {
  const options = optionsOf(control, ctx.today);
  if (control.several) {
    const chosen = Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : [];
    return (
      <BigMultiChoice
        {...frame}
        options={options}
        value={chosen}
        onChange={(codes) => onChange(withoutRivals(codes, chosen, control.exclusive))}
        {...(control.most === undefined ? {} : { most: control.most })}
      />
    );
  }
  if (control.how === 'buttons')
    return <BigChoice {...frame} options={options} value={asText(value)} onChange={onChange} />;
  if (ctx.mode === 'self' && control.first !== undefined) {
    return (
      <CommonChoices frame={frame} options={options} first={control.first} value={asText(value)} onChange={onChange} />
    );
  }
  return <LongListField {...frame} options={options} value={asText(value)} onChange={onChange} />;
}

interface CommonChoicesProps extends Pick<ControlProps, 'frame' | 'onChange'> {
  options: readonly ChoiceOption[];
  first: readonly string[];
  value: string;
}

/** A long list for a resident: the answers most people give in sight, all the others behind one more press. */
function CommonChoices({ frame, options, first, value, onChange }: CommonChoicesProps) {
  const common = options.filter((option) => first.includes(option.value) || option.value === value);
  return (
    <View>
      <BigChoice {...frame} options={common} value={value} onChange={onChange} />
      <LongListField
        name={`${frame.name}-all`}
        label="都不是，从全部里找"
        options={options}
        value=""
        onChange={onChange}
      />
    </View>
  );
}

export function YesNoControl({ frame, value, onChange }: ControlProps & { control: YesNo; field: Field }) {
  const chosen = value === true ? 'yes' : value === false ? 'no' : undefined;
  return <BigChoice {...frame} options={yesNo} value={chosen} onChange={(code) => onChange(code === 'yes')} />;
}

const yesNo: ChoiceOption[] = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
];

/** The choices that may still be picked: groups of a tree only name the way, retired codes are gone. */
function optionsOf({ choices, only, first = [], how }: ChoicesSpec, today: string): ChoiceOption[] {
  const open = choices.items.filter(
    ({ code, retired }) => (only?.includes(code) ?? true) && (retired === undefined || retired > today)
  );
  const groups = new Map(
    open.filter(({ code }) => how === 'tree' && isParent(open, code)).map((item) => [item.code, item.label])
  );
  const ends = open.filter(({ code }) => !groups.has(code));
  const rank = (code: string): number => (first.includes(code) ? first.indexOf(code) : first.length);
  return [...ends]
    .sort((a, b) => rank(a.code) - rank(b.code))
    .map(({ code, label, hint, parent }) => ({
      value: code,
      label,
      ...hintOf(hint, parent === undefined ? undefined : groups.get(parent)),
    }));
}

const isParent = (items: readonly Choice[], code: string): boolean => items.some(({ parent }) => parent === code);

function hintOf(hint: string | undefined, group: string | undefined): { hint?: string } {
  const words = [hint, group].filter(Boolean).join(' · ');
  return words === '' ? {} : { hint: words };
}

/** 无 beside something else makes no sense: whichever was pressed last stays. */
function withoutRivals(codes: string[], before: readonly string[], exclusive: readonly string[]): string[] | undefined {
  const added = codes.find((code) => !before.includes(code));
  const kept =
    added === undefined
      ? codes
      : exclusive.includes(added)
        ? [added]
        : codes.filter((code) => !exclusive.includes(code));
  return kept.length === 0 ? undefined : kept;
}
