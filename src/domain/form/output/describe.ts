import { type Condition, fieldsIn } from '../declare/condition';
import type { Plain } from '../declare/field';
import type { FormDefinition } from '../declare/form';
import { type Field, kindOf } from '../kinds';
import { fieldClass } from '../privacy';

/** A form as plain data, complete enough that any change of what an answer means shows: frozen once a version is out. */
export interface FormDescription {
  name: string;
  version: number;
  title: string;
  note: string;
  blocks: { id: string; title: string; askedWhen?: Plain; fields: FieldDescription[] }[];
  rules: { id: string; severity: string; field: string; title: string }[];
}

export interface FieldDescription {
  key: string;
  kind: string;
  label: string;
  source: string;
  fieldClass: string;
  required: Plain;
  askedWhen?: Plain;
  askedIfUnknown?: Plain;
  derived?: true;
  presumed?: true;
  sharedInHousehold?: true;
  /** What only this kind says of itself: limits, code list, standard. */
  options: { readonly [key: string]: Plain | undefined };
}

export function describe(form: FormDefinition): FormDescription {
  return {
    name: form.name,
    version: form.version,
    title: form.title,
    note: form.note,
    blocks: form.blocks.map((block) => ({
      id: block.id,
      title: block.title,
      ...(block.askedWhen ? { askedWhen: plain(block.askedWhen) } : {}),
      fields: Object.entries(form.fields)
        .filter(([key]) => form.blockOf[key] === block)
        .map(([key, field]) => describeField(form, key, field)),
    })),
    rules: form.rules.map(({ id, severity, field, title }) => ({ id, severity, field, title })),
  };
}

function describeField(form: FormDefinition, key: string, field: Field): FieldDescription {
  return {
    key,
    kind: field.kind,
    label: field.label,
    source: field.source ?? 'asked',
    fieldClass: fieldClass(form, key),
    required: typeof field.required === 'object' ? plain(field.required) : (field.required ?? false),
    ...(field.askedWhen ? { askedWhen: plain(field.askedWhen) } : {}),
    ...(field.askedIfUnknown ? { askedIfUnknown: plain(field.askedIfUnknown) } : {}),
    ...(field.derive ? { derived: true as const } : {}),
    ...(field.presume ? { presumed: true as const } : {}),
    ...(field.sharedInHousehold ? { sharedInHousehold: true as const } : {}),
    options: kindOf(field).describe(field),
  };
}

function plain(condition: Condition): Plain {
  if ('all' in condition) return { all: condition.all.map(plain) };
  if ('any' in condition) return { any: condition.any.map(plain) };
  if ('not' in condition) return { not: plain(condition.not) };
  const { is, ...rest } = condition.test;
  return { [condition.field]: { [is]: 'values' in rest ? rest.values : 'number' in rest ? rest.number : true } };
}

/** Conditions that look at a field which comes later or does not exist; a form must have none. */
export function forwardConditions(form: FormDefinition): string[] {
  const seen = new Set(Object.keys(form.facts));
  const wrong: string[] = [];
  for (const [key, field] of Object.entries(form.fields)) {
    const looked = [
      field.askedWhen,
      field.askedIfUnknown,
      form.blockOf[key]?.askedWhen,
      typeof field.required === 'object' ? field.required : undefined,
      ...(field.askOther ?? []).map((other) => other.when),
    ].flatMap(fieldsIn);
    for (const name of looked) if (!seen.has(name)) wrong.push(`${key} looks at ${name}`);
    seen.add(key);
  }
  return wrong;
}
