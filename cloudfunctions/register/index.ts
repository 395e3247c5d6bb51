import { serve } from '../runtime/serve';
import { wire } from '../wire';
import { addPerson } from './add-person';
import { claimPlacement } from './claim-placement';
import { household } from './household';
import * as identity from './identity';
import * as imports from './import';
import * as merging from './merging';
import * as moves from './moves';
import { person } from './person';
import * as placement from './placement';
import { placementOf } from './placement-of';
import { placements } from './placements';
import { search } from './search';
import { villageBundle } from './village-bundle';
import { villagePeople } from './village-people';
import { villages } from './villages';

/** The register: villages, households, people, and which village somebody belongs to. */
export const main = serve(
  [
    villages,
    villagePeople,
    villageBundle,
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
    placement.unplacedGroups,
    placement.unplaced,
    placement.settlePlacements,
    merging.mergeTable,
    merging.setMergeRow,
    identity.duplicates,
    identity.duplicateCounts,
    identity.findDuplicates,
    identity.mergePersons,
    identity.keepDistinct,
    identity.unmergePersons,
    identity.merges,
    identity.joinIdentity,
    identity.temporaryIdentities,
    identity.registerHistory,
    moves.requestTransfer,
    moves.transfers,
    moves.decideTransfer,
    moves.withdrawTransfer,
    moves.splitHousehold,
    moves.joinHouseholds,
    moves.changeHead,
    moves.withoutHead,
    moves.recordBirth,
    moves.recordDeath,
  ],
  { wire }
);
