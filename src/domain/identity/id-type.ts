import type { Code } from '../codes';
import type { IdHolder } from './id-number';

/** The 证件类型 a number belongs to; shown when the person chose another. */
export const idTypeOf = { citizen: '1', hkmt: '3', foreigner: '4' } as const satisfies Record<
  IdHolder,
  Code<'id_type'>
>;
