import type { Samples } from '../sample';
import { account } from './account';
import { assignment } from './assignment';
import { collect } from './collect';
import { jobs } from './jobs';
import { notice } from './notice';
import { office } from './office';
import { quality } from './quality';
import { register } from './register';
import { registerIdentity } from './register-identity';
import { registerImport } from './register-import';
import { secrecy } from './secrecy';
import { signIn } from './sign-in';

/** One sample for every operation; the matrix fails for an operation that has none. */
export const samples: Samples = {
  ...account,
  ...register,
  ...registerImport,
  ...registerIdentity,
  ...collect,
  ...notice,
  ...office,
  ...assignment,
  ...quality,
  ...jobs,
  ...signIn,
  ...secrecy,
};
