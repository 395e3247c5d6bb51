import type { Samples } from '../sample';
import { account } from './account';
import { collect } from './collect';
import { register } from './register';

/** One sample for every operation; the matrix fails for an operation that has none. */
export const samples: Samples = { ...account, ...register, ...collect };
