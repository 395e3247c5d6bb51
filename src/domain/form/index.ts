/** What a paper form is: kinds of field, conditions, and all that is derived from one declaration. */
export { blocking, check, checkWalk, findingKey, missing, ofSeverity } from './answers/check';
export { normalize, withSystemAnswers } from './answers/normalize';
export { checkPage, questionPages, questionText, registerPage, type Wording } from './answers/pages';
export { draftSchema, envelopeSchema, reasonsSchema, submissionSchema } from './answers/schema';
export { upgrade, type VersionState, versionState } from './answers/versions';
export { askedFields, presentFields, type Standing, type Walk, walk } from './answers/walk';
export { type Choice, type Choices, choice, choiceLabel } from './declare/choices';
export * from './declare/condition';
export type {
  Answers,
  Change,
  CheckContext,
  Column,
  DivisionBook,
  FieldClass,
  Finding,
  Mode,
  OtherFacts,
  QuestionPage,
  Reasons,
  Severity,
  WorkingAge,
} from './declare/context';
export type { Control, Derive, FieldBase, Kind, Plain, Source } from './declare/field';
export { type AnswersOf, type Block, block, type Fact, type FieldsOf, type FormDefinition, form } from './declare/form';
export type { Judged, KeptByForm, Rule } from './declare/rule';
export { checkHousehold, type Member, sameAsHead, sharedFields } from './household';
export * from './kinds';
export { chosenAnswers, isOfCollecting, lostWords, type Merged, mergeAnswers, type Sides } from './merge/merge';
export { columns, row } from './output/columns';
export { compare, sameAnswer } from './output/compare';
export { type PaperOptions, paperCopy, paperOfWalk, readable } from './paper/copy';
export type { PaperCopy, PaperLine, PaperSection } from './paper/paper';
export { blankPaper, type PrintOptions, printable } from './paper/printable';
export {
  fieldClass,
  fieldClassFor,
  fieldsOfClass,
  joinSecrets,
  looksMasked,
  mask,
  maskAnswers,
  secretFields,
  splitSecrets,
  unmaskAnswers,
} from './privacy';
