import type { Answers, Column } from '../declare/context';
import type { FormDefinition } from '../declare/form';
import { kindOf } from '../kinds';
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
  return Object.entries(form.fields).flatMap(([key, field]) => {
    const kind = kindOf(field);
    const value = answers[key];
    return kind.is(value) ? kind.cells(value, field) : kind.columns(field).map(() => '');
  });
}
