import * as z from 'zod';
import type { FieldBase, Kind } from '../declare/field';
import { isRecord } from './clean';

/** A tap on «本人确认», or the file of a signature on glass or paper. */
export type ConfirmationValue = boolean | { signature: string };

export interface ConfirmationField extends FieldBase {
  kind: 'confirmation';
}

export const confirmation = <const O extends Omit<ConfirmationField, 'kind'>>(
  options: O
): O & { kind: 'confirmation' } => ({ ...options, kind: 'confirmation' });

export const confirmationKind: Kind<ConfirmationField, ConfirmationValue> = {
  expects: '请点“确认”，或重新签字',
  tidy: (raw) => (isRecord(raw) ? { signature: raw.signature } : raw === 'true' ? true : (raw ?? undefined)),
  is: (value): value is ConfirmationValue =>
    typeof value === 'boolean' || (isRecord(value) && typeof value.signature === 'string'),
  fault(value) {
    if (value === false) return { rule: 'value', says: '还没有确认，请核对后点“确认”' };
    if (value !== true && !/^[\w:/.-]{1,300}$/.test(value.signature))
      return { rule: 'value', says: '的签字图片没有存好，请重新签字' };
    return undefined;
  },
  draft: () => z.union([z.boolean(), z.object({ signature: z.string().max(300) })]),
  text: (value) => (value === true ? '已确认' : value === false ? '未确认' : '已签字'),
  columns: () => [{ suffix: '', title: '' }],
  cells: (value) => [value === false ? '否' : '是'],
  control: () => ({ is: 'confirm' }),
  describe: () => ({}),
};
