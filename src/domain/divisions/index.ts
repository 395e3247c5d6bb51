export { type AddressCandidate, type AddressReading, locateByAddress } from './address';
export {
  countyCode,
  type Division,
  defaultEdition,
  divisionLabel,
  divisionPath,
  type Edition,
  type EditionId,
  editions,
  editionsWith,
  findDivision,
  isEditionId,
  towns,
  villages,
} from './editions';
export { editionAfter, likelySuccessors, type MergeRow, mergeRowFault, startingMergeTable } from './merge-table';
export { resolveVillage, type VillageQuestion, type VillageResolution } from './resolve';
export { type ScopeLevel, scopeLevel, within } from './scope';
