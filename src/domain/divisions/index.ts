export { type AddressCandidate, type AddressReading, locateByAddress } from './address';
export {
  countyCode,
  type Division,
  type DivisionTree,
  defaultEdition,
  divisionLabel,
  divisionPath,
  divisionTree,
  type Edition,
  type EditionId,
  editions,
  editionsWith,
  findDivision,
  isEditionId,
  isVillageCode,
  towns,
  villages,
} from './editions';
export { editionAfter, likelySuccessors, type MergeRow, mergeRowFault, startingMergeTable } from './merge-table';
export { namesakes, villageStem, villagesNamed } from './names';
export { resolveVillage, type VillageQuestion, type VillageResolution } from './resolve';
export { type ScopeLevel, scopeLevel, widestScopes, within, withinAny } from './scope';
