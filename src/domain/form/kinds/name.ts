import * as z from 'zod';
import { longestName, normalizeName, readName } from '@/domain/identity';
import type { FieldBase, Kind } from '../declare/field';

export interface NameField extends FieldBase {
  kind: 'name';
}

export const name = <const O extends Omit<NameField, 'kind'>>(options: O): O & { kind: 'name' } => ({
  ...options,
  kind: 'name',
});

/** A person's name: up to 50 characters of any plane, with · between the parts. */
export const nameKind: Kind<NameField, string> = {
  expects: '请填写姓名',
  tidy: (raw) => (typeof raw === 'string' ? normalizeName(raw) || undefined : (raw ?? undefined)),
  is: (value): value is string => typeof value === 'string',
  fault(value) {
    const reading = readName(value);
    return reading.ok ? undefined : { rule: 'value', says: `：${reading.message}` };
  },
  draft: () => z.string().max(longestName * 4),
  text: (value) => value,
  columns: () => [{ suffix: '', title: '' }],
  cells: (value) => [value],
  control: () => ({ is: 'line', keyboard: 'text', max: longestName }),
  describe: () => ({ max: longestName }),
};
