import * as z from 'zod';
import type { FieldBase, Kind } from '../declare/field';
import { tidySigns } from './clean';

export interface YesNoField extends FieldBase {
  kind: 'yesNo';
}

export const yesNo = <const O extends Omit<YesNoField, 'kind'>>(options: O): O & { kind: 'yesNo' } => ({
  ...options,
  kind: 'yesNo',
});

/** Words that lists of other offices use for yes and no. */
const words: Readonly<Record<string, boolean>> = {
  是: true,
  有: true,
  TRUE: true,
  Y: true,
  '1': true,
  否: false,
  无: false,
  没有: false,
  FALSE: false,
  N: false,
  '0': false,
};

export const yesNoKind: Kind<YesNoField, boolean> = {
  expects: '请选“是”或“否”',
  tidy(raw) {
    if (typeof raw !== 'string') return raw ?? undefined;
    const word = tidySigns(raw).toUpperCase();
    return word === '' ? undefined : (words[word] ?? raw);
  },
  is: (value): value is boolean => typeof value === 'boolean',
  fault: () => undefined,
  draft: () => z.boolean(),
  text: (value) => (value ? '是' : '否'),
  columns: () => [{ suffix: '', title: '' }],
  cells: (value) => [value ? '是' : '否'],
  codes: (value) => [value ? '1' : '0'],
  control: () => ({ is: 'yesNo' }),
  describe: () => ({}),
};
