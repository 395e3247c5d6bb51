export {
  allCollectModes,
  type CollectMode,
  collectModes,
  type HouseholdFacts,
  type HouseholdStanding,
  householdStanding,
  isWindowOpen,
  standingLabels,
  windowEnd,
} from './collect-mode';
export { readSlipCode, slipAlphabet, slipChance, slipCode, spokenSlipCode } from './slip-code';
