import { serve } from '../runtime/serve';
import { wire } from '../wire';
import { changeScopes, endPost, listAccounts, resume, suspend } from './accounts';
import { publishAuditHead } from './audit/publish-head';
import { auditStatus, checkAudit } from './audit/state';
import { auditByActor, auditByPerson, auditByTime, auditSubjects, noteAudit } from './audit/trail';
import { callbacks, setCallback } from './callbacks';
import { answerCorrection, corrections } from './corrections/corrections';
import { employment } from './employment';
import { approveExport, exportsToApprove, refuseExport } from './exports/approving';
import { cancelExport, myExports, requestExport, takeExport } from './exports/asking';
import { invite, renewInvitation, revokeInvitation } from './invitations';
import { outtray } from './outtray';
import { peopleBehind } from './people-behind';
import { phases, setPhases } from './phases';
import { progress, progressSeries } from './progress';
import { recountStatus } from './recount-status';
import { keyStatus, rotateKeys } from './secrets/keys';
import { revealAllowance, revealSecret } from './secrets/reveal';
import { setSelfWindow } from './self-window';

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
    setSelfWindow,
    callbacks,
    setCallback,
    listAccounts,
    invite,
    renewInvitation,
    revokeInvitation,
    suspend,
    resume,
    endPost,
    changeScopes,
    revealSecret,
    revealAllowance,
    keyStatus,
    rotateKeys,
    requestExport,
    myExports,
    cancelExport,
    takeExport,
    exportsToApprove,
    approveExport,
    refuseExport,
    auditByPerson,
    auditByActor,
    auditByTime,
    auditSubjects,
    auditStatus,
    checkAudit,
    publishAuditHead,
    noteAudit,
    corrections,
    answerCorrection,
  ],
  { wire }
);
