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
  const { blank, places } = layoutOf(form);
  const cells = blank.slice();
  for (const key of Object.keys(answers)) {
    const laid = places.get(key);
    const value = answers[key];
    if (laid === undefined || value === undefined || !laid.kind.is(value)) continue;
    let column = laid.from;
    for (const cell of laid.kind.cells(value, laid.field)) {
      cells[column] = cell;
      column += 1;
    }
  }
  return cells;
}

/** An empty row and where each field stands in it: most answers of a form are missing, and a county has 400,000 forms. */
interface Layout {
  blank: readonly string[];
  places: ReadonlyMap<string, { from: number; field: Field; kind: ReturnType<typeof kindOf> }>;
}

const layouts = new WeakMap<FormDefinition, Layout>();

function layoutOf(form: FormDefinition): Layout {
  const known = layouts.get(form);
  if (known !== undefined) return known;
  let width = 0;
  const places = new Map(
    Object.entries(form.fields).map(([key, field]) => {
      const kind = kindOf(field);
      const from = width;
      width += kind.columns(field).length;
      return [key, { from, field, kind }] as const;
    })
  );
  const made = { blank: Array<string>(width).fill(''), places };
  layouts.set(form, made);
  return made;
}
