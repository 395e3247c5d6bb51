import type { Control, Field } from '@/domain/form';
import { ActionButton, Card, confirm, FieldFrame } from '@/ui';
import type { ControlProps, FieldPart } from './control-props';

type ListSpec = Extract<Control, { is: 'list' }>;
type Item = Record<string, unknown>;

/** A list of the same short form, such as the posts an employer wants to fill. */
export function ListControl({
  control,
  frame,
  value,
  onChange,
  field,
  ctx,
  edition,
  Part,
}: ControlProps & { control: ListSpec; field: Field; Part: FieldPart }) {
  if (field.kind !== 'list') throw new Error('ListControl shows list fields only');
  const items: Item[] = Array.isArray(value) ? (value as Item[]) : [];
  const change = (place: number, key: string, answer: unknown) =>
    onChange(items.map((item, index) => (index === place ? { ...item, [key]: answer } : item)));
  const remove = async (place: number) => {
    const yes = await confirm({ title: `删去第 ${place + 1} 个${control.itemName}？`, confirm: '删去', danger: true });
    if (yes) onChange(items.filter((_, index) => index !== place));
  };
  return (
    <FieldFrame {...frame}>
      {items.map((item, place) => (
        <Card
          // biome-ignore lint/suspicious/noArrayIndexKey: entries of a list have no identity but their place
          key={place}
          title={`${control.itemName} ${place + 1}`}
          extra={
            <ActionButton
              inline
              kind="quiet"
              name={`${frame.name}-remove-${place + 1}`}
              onPress={() => void remove(place)}
            >
              删去
            </ActionButton>
          }
        >
          {Object.entries(field.items).map(([key, part]) => (
            <Part
              key={key}
              // One boundary: the items of a list are declared with the same kinds as fields.
              field={part as Field}
              frame={{
                name: `${frame.name}-${place + 1}-${key}`,
                label: part.label,
                optional: part.required !== true,
                ...(part.hint === undefined ? {} : { hint: part.hint }),
              }}
              value={item[key]}
              onChange={(answer) => change(place, key, answer)}
              ctx={ctx}
              edition={edition}
            />
          ))}
        </Card>
      ))}
      {items.length < control.most && (
        <ActionButton name={`${frame.name}-add`} onPress={() => onChange([...items, {}])}>
          {`添加一个${control.itemName}`}
        </ActionButton>
      )}
    </FieldFrame>
  );
}
