import { type Control, type Field, kindOf } from '@/domain/form';
import { AmountControl } from './AmountControl';
import { ChoicesControl, YesNoControl } from './ChoicesControl';
import { CodeTextControl } from './CodeTextControl';
import { ConfirmControl, LocationControl, ShownControl } from './ConfirmControl';
import type { ControlProps, FieldPart } from './control-props';
import { LineControl, LinesControl } from './LineControl';
import { ListControl } from './ListControl';
import { PlaceControl } from './PlaceControl';
import { WhenControl } from './WhenControl';

type ControlName = Control['is'];
type ControlOf<Name extends ControlName> = Extract<Control, { is: Name }>;
export type ControlComponent<Name extends ControlName> = (
  props: ControlProps & { control: ControlOf<Name>; field: Field; Part: FieldPart }
) => JSX.Element;

/** Kind of control → component, for every form and everyone who fills one in. */
const components: { [Name in ControlName]: ControlComponent<Name> } = {
  line: LineControl,
  lines: LinesControl,
  yesNo: YesNoControl,
  choices: ChoicesControl,
  when: WhenControl,
  amount: AmountControl,
  place: PlaceControl,
  codeText: CodeTextControl,
  list: ListControl,
  location: LocationControl,
  confirm: ConfirmControl,
  shown: ShownControl,
};

export function FieldControl({ field, ...props }: ControlProps & { field: Field }) {
  const control = kindOf(field).control(field);
  // One boundary: the table above pairs each control with the component of its name.
  const Component = components[control.is] as ControlComponent<ControlName>;
  return <Component {...props} field={field} control={control as never} Part={FieldControl} />;
}
