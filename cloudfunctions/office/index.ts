import { serve } from '../runtime/serve';
import { wire } from '../wire';
import { changeScopes, endPost, listAccounts, resume, suspend } from './accounts';
import { employment } from './employment';
import { invite, renewInvitation, revokeInvitation } from './invitations';
import { outtray } from './outtray';
import { peopleBehind } from './people-behind';
import { phases, setPhases } from './phases';
import { progress, progressSeries } from './progress';
import { recountStatus } from './recount-status';

/** What town and county look at and decide. */
export const main = serve(
  [
    progress,
    progressSeries,
    employment,
    peopleBehind,
    recountStatus,
    outtray,
    phases,
    setPhases,
    listAccounts,
    invite,
    renewInvitation,
    revokeInvitation,
    suspend,
    resume,
    endPost,
    changeScopes,
  ],
  { wire }
);
