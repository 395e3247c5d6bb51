/** Every call between phone and cloud. The access table, the matrix test and the audit view are made from this list. */
import { signingIn } from './account';
import { records } from './collect';
import { employing } from './employer';
import { family } from './family';
import type { Operation } from './operation';
import { placing } from './placement';
import { people } from './register';
import { visiting } from './visit';

export const allOperations: readonly Operation[] = [
  ...signingIn,
  ...family,
  ...people,
  ...placing,
  ...records,
  ...employing,
  ...visiting,
];
