/** Every call between phone and cloud. The access table, the matrix test and the audit view are made from this list. */
import { signingIn } from './account/account';
import { staffing } from './account/accounts';
import { badging } from './account/badge';
import { family } from './account/family';
import { householding } from './account/household';
import { gettingIn } from './account/sign-in';
import { records } from './collecting/collect';
import { comparing } from './collecting/comparison';
import { knowing } from './collecting/corrections';
import { employing } from './collecting/employer';
import { rescuing } from './collecting/rescue';
import { papers } from './collecting/signed-paper';
import { syncing } from './collecting/sync';
import { visiting } from './collecting/visit';
import { assigning } from './office/assignment';
import { auditing } from './office/audit';
import { boarding } from './office/board';
import { callingBack } from './office/callbacks';
import { exporting } from './office/exports';
import { working } from './office/jobs';
import { phasing } from './office/phases';
import { figuring } from './office/progress';
import { reviewing } from './office/quality';
import { keepingSecrets } from './office/secrecy';
import type { Operation } from './operation';
import { merging } from './people/merge-table';
import { placing } from './people/placement';
import { people } from './people/register';
import { identifying } from './people/register-identity';
import { importing } from './people/register-import';
import { moving } from './people/register-moves';
import { placingInBulk } from './people/register-placement';
import { bundling } from './people/village-bundle';
import { publicity } from './publicity/notice';
import { messaging } from './publicity/outtray';
import { reminding } from './publicity/reminder';

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
