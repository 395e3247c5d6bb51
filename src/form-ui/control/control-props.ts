import type { CheckContext, Field } from '@/domain/form';
import type { FieldProps } from '@/ui';

/** What every control gets: the frame of its field, the answer so far, and what the form is judged against. */
export interface ControlProps {
  frame: FieldProps;
  value: unknown;
  onChange: (value: unknown) => void;
  ctx: CheckContext;
  /** Edition of the divisions in force, for choosing a village. */
  edition: string;
}

export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** The control for one field, given to controls that are made of fields themselves. */
export type FieldPart = (props: ControlProps & { field: Field }) => JSX.Element;
