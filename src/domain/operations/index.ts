/** Every call between phone and cloud. The access table, the matrix test and the audit view are made from this list. */
import { signingIn } from './account';
import { staffing } from './accounts';
import { assigning } from './assignment';
import { auditing } from './audit';
import { badging } from './badge';
import { boarding } from './board';
import { callingBack } from './callbacks';
import { records } from './collect';
import { comparing } from './comparison';
import { knowing } from './corrections';
import { employing } from './employer';
import { exporting } from './exports';
import { family } from './family';
import { householding } from './household';
import { working } from './jobs';
import { merging } from './merge-table';
import { publicity } from './notice';
import type { Operation } from './operation';
import { messaging } from './outtray';
import { phasing } from './phases';
import { placing } from './placement';
import { figuring } from './progress';
import { reviewing } from './quality';
import { people } from './register';
import { identifying } from './register-identity';
import { importing } from './register-import';
import { moving } from './register-moves';
import { placingInBulk } from './register-placement';
import { reminding } from './reminder';
import { rescuing } from './rescue';
import { keepingSecrets } from './secrecy';
import { gettingIn } from './sign-in';
import { papers } from './signed-paper';
import { syncing } from './sync';
import { bundling } from './village-bundle';
import { visiting } from './visit';

export const allOperations: readonly Operation[] = [
  ...signingIn,
  ...family,
  ...householding,
  ...callingBack,
  ...people,
  ...bundling,
  ...placing,
  ...placingInBulk,
  ...merging,
  ...importing,
  ...identifying,
  ...moving,
  ...records,
  ...employing,
  ...visiting,
  ...papers,
  ...syncing,
  ...comparing,
  ...rescuing,
  ...staffing,
  ...assigning,
  ...badging,
  ...boarding,
  ...working,
  ...publicity,
  ...messaging,
  ...phasing,
  ...figuring,
  ...reviewing,
  ...reminding,
  ...gettingIn,
  ...keepingSecrets,
  ...exporting,
  ...auditing,
  ...knowing,
];
