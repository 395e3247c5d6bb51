export {
  attemptDays,
  type ClosingAnswer,
  type ClosingClass,
  type ClosingRequest,
  type Contact,
  closingClasses,
  mayClose,
} from './closing';
export { type EmploymentFigures, employmentFigures } from './employment';
export { draftLetter, type Letter, type LetterFields, type LetterKind } from './letter';
export {
  countedUnder,
  type Delta,
  deltasBetween,
  doneOf,
  isDaily,
  type Measure,
  measuresOf,
  type PersonFacts,
} from './measures';
export {
  collectingPhase,
  daysLeft,
  type Phase,
  phaseOn,
  phasesFault,
  planPhases,
  workOf,
} from './phases';
export {
  type PlacedBy,
  type Placement,
  type PlacementCandidate,
  type PlacementFacts,
  type PlacementRules,
  placeInVillage,
  type StatedVillage,
} from './placement';
export {
  type DoneOnDay,
  expectedEnd,
  plannedBy,
  planShare,
  type Standing,
  type StateCounts,
  type StateFigures,
  standing,
  stateFigures,
} from './progress';
export {
  type CollectState,
  collectStates,
  nextState,
  type RecordAct,
  type RecordActor,
  type StateAnswer,
  transitions,
} from './record-states';
export {
  isQuiet,
  mayRemind,
  nextRung,
  type PastReminder,
  type ReminderAnswer,
  type ReminderCase,
  type Rung,
  rungs,
} from './reminders';
export { type CampaignSettings, startingSettings } from './settings';
export {
  type ContactOutcome,
  isContactOutcome,
  type OutcomeMeaning,
  outcomeFits,
  outcomes,
} from './visit-outcomes';
