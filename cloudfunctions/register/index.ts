import { serve } from '../runtime/serve';
import { wire } from '../wire';
import { addPerson } from './add-person';
import { claimPlacement } from './claim-placement';
import { household } from './household';
import * as imports from './import';
import { person } from './person';
import { placementOf } from './placement-of';
import { placements } from './placements';
import { search } from './search';
import { villagePeople } from './village-people';
import { villages } from './villages';

/** The register: villages, households, people, and which village somebody belongs to. */
export const main = serve(
  [
    villages,
    villagePeople,
    household,
    person,
    addPerson,
    search,
    placements,
    claimPlacement,
    placementOf,
    imports.importTicket,
    imports.importInspect,
    imports.importStart,
    imports.importProgress,
    imports.importRuns,
    imports.importCancel,
    imports.importResume,
    imports.importSettleLeaving,
    imports.importResult,
    imports.importRows,
    imports.importRowsDownload,
    imports.importChanges,
  ],
  { wire }
);
