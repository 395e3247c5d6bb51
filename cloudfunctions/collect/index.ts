import { serve } from '../runtime/serve';
import { wire } from '../wire';
import { comparisons } from './comparison/list';
import { comparison } from './comparison/one';
import { settleComparison } from './comparison/settle';
import { employerPaper } from './employer/employer-paper';
import { employers } from './employer/employers';
import { openEmployer } from './employer/open-employer';
import { submitEmployer } from './employer/submit-employer';
import { history } from './history';
import { mySubmissions } from './my-submissions';
import { paper } from './paper';
import { openForm } from './personal/open-form';
import { submitRecord } from './personal/submit-record';
import { takeAlong } from './personal/take-along';
import { receipt } from './receipt';
import { attachPaper } from './signed-paper/attach-paper';
import { signedPaper, signedPapers } from './signed-paper/look';
import { dropHeld, heldEntries } from './sync/held-entries';
import { importRescue } from './sync/import-rescue';
import { sync } from './sync/sync';
import { recordVisit } from './visit/record-visit';

/** Collecting: forms, visits, receipts and what was sent before. */
export const main = serve(
  [
    openForm,
    takeAlong,
    submitRecord,
    history,
    receipt,
    paper,
    mySubmissions,
    recordVisit,
    attachPaper,
    signedPapers,
    signedPaper,
    employers,
    openEmployer,
    submitEmployer,
    sync,
    heldEntries,
    dropHeld,
    importRescue,
    comparisons,
    comparison,
    settleComparison,
    employerPaper,
  ],
  { wire }
);
