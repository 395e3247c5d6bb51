import { mappingGap, type RegisterField, type RegisterMapping } from '@/domain/register/fields';

/** Which field a column holds; undefined for one that is left out. */
export const fieldOf = (mapping: RegisterMapping, column: number): RegisterField | undefined =>
  (Object.keys(mapping) as RegisterField[]).find((field) => mapping[field] === column);

/** A field stands in one column, and a column holds one field: choosing takes both from where they were. */
export function choose(mapping: RegisterMapping, column: number, field: RegisterField | undefined): RegisterMapping {
  const kept = Object.entries(mapping).filter(([other, place]) => other !== field && place !== column);
  return { ...Object.fromEntries(kept), ...(field === undefined ? {} : { [field]: column }) };
}

/** What is still missing, as a sentence; empty when it will do. */
export const gapOf = (mapping: RegisterMapping, columns: number): string => mappingGap(mapping, columns) ?? '';
