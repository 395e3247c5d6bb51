import type { Answers, Column } from '../declare/context';
import type { FormDefinition } from '../declare/form';
import { type Field, kindOf } from '../kinds';
import { fieldClass } from '../privacy';

/** The columns of the export, always all of them and in the order of the form: a column never moves within a version. */
export function columns(form: FormDefinition): Column[] {
  return Object.entries(form.fields).flatMap(([key, field]) =>
    kindOf(field)
      .columns(field)
      .map(({ suffix, title, list }) => ({
        key: key + suffix,
        field: key,
        title: title === '' ? field.label : `${field.label}（${title}）`,
        fieldClass: fieldClass(form, key),
        ...(list ? { list } : {}),
      }))
  );
}

/** One person's cells under `columns`, as text; '' where there is no answer. The writer of the file guards against formulas. */
export function row(form: FormDefinition, answers: Answers): string[] {
  const cells: string[] = [];
  for (const { key, field, kind, blank } of layoutOf(form)) {
    const value = answers[key];
    const own = value !== undefined && kind.is(value) ? kind.cells(value, field) : blank;
    for (const cell of own) cells.push(cell);
  }
  return cells;
}

/** A field with the cells of a missing answer: most answers of a form are missing, and a county has 400,000 forms. */
interface Laid {
  key: string;
  field: Field;
  kind: ReturnType<typeof kindOf>;
  blank: readonly string[];
}

const layouts = new WeakMap<FormDefinition, readonly Laid[]>();

function layoutOf(form: FormDefinition): readonly Laid[] {
  const known = layouts.get(form);
  if (known !== undefined) return known;
  const made = Object.entries(form.fields).map(([key, field]) => {
    const kind = kindOf(field);
    return { key, field, kind, blank: kind.columns(field).map(() => '') };
  });
  layouts.set(form, made);
  return made;
}
