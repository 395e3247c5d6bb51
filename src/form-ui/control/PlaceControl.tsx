import type { Control, Field } from '@/domain/form';
import { AreaPickerField } from '@/ui';
import { areaTree, placePath, villageTree } from '../places';
import { asText, type ControlProps } from './control-props';

type Place = Extract<Control, { is: 'place' }>;

export function PlaceControl({
  control,
  frame,
  value,
  onChange,
  edition,
}: ControlProps & { control: Place; field: Field }) {
  const tree = control.level === 'village' ? villageTree(edition) : areaTree();
  return (
    <AreaPickerField
      {...frame}
      tree={tree}
      value={placePath(control.level, asText(value), edition)}
      onChange={(path) => onChange(path[path.length - 1]?.code)}
    />
  );
}
