import type { CodeItem, CodeList } from './codes';
import { board, businessStatus, shortageReason } from './lists/employer';
import { ethnic } from './lists/ethnic';
import { disabilityGrade, disabilityType, health, healthLevel } from './lists/health';
import { hukou, hukouNature, phoneOwner, relationShort } from './lists/household';
import { industry } from './lists/industry';
import { jobIntent, jobIntentKind, notWorkingReason, unemploymentCategory, unemploymentReason } from './lists/jobless';
import { occupation } from './lists/occupation';
import { education, educationGb, idType, marital, political, sex } from './lists/person';
import { contactOutcome, employmentStateSib, lfsResult, personalStatusGb, populationClass } from './lists/population';
import { relation } from './lists/relation';
import { skillLevel, trainingCourse, trainingDays, trainingDone } from './lists/skills';
import { hardToEmploy, insurance, policyEnjoyed } from './lists/support';
import { economicType, unitType, usccFirst, usccSecond } from './lists/unit';
import {
  contract,
  flexKind,
  jobForm,
  monthlyIncome,
  startupUnitType,
  transferState,
  transferWay,
  workPlace,
  workRole,
} from './lists/work';

const lists = [
  sex,
  marital,
  political,
  education,
  educationGb,
  idType,
  ethnic,
  hukou,
  hukouNature,
  relationShort,
  phoneOwner,
  relation,
  healthLevel,
  health,
  disabilityType,
  disabilityGrade,
  populationClass,
  lfsResult,
  employmentStateSib,
  personalStatusGb,
  contactOutcome,
  jobForm,
  workRole,
  flexKind,
  contract,
  monthlyIncome,
  workPlace,
  transferState,
  transferWay,
  startupUnitType,
  unemploymentCategory,
  unemploymentReason,
  notWorkingReason,
  jobIntent,
  jobIntentKind,
  skillLevel,
  trainingDone,
  trainingCourse,
  trainingDays,
  insurance,
  policyEnjoyed,
  hardToEmploy,
  unitType,
  economicType,
  usccFirst,
  usccSecond,
  businessStatus,
  shortageReason,
  board,
  industry,
  occupation,
] as const;

type AnyList = (typeof lists)[number];

export type CodeListId = AnyList['id'];
/** The codes of one list, e.g. `Code<'sex'>` is '0' | '1' | '2' | '9'. */
export type Code<Id extends CodeListId> = Extract<AnyList, { id: Id }>['items'][number]['code'];

const byId = new Map<string, CodeList>(lists.map((list) => [list.id, list]));
const itemsById = new Map<string, Map<string, CodeItem>>(
  lists.map((list) => [list.id, new Map(list.items.map((item): [string, CodeItem] => [item.code, item]))])
);

export const codeListIds: readonly CodeListId[] = lists.map((list) => list.id);

export function codeList(id: CodeListId): CodeList {
  const list = byId.get(id);
  if (!list) throw new Error(`no code list ${id}`);
  return list;
}

export function codeItem(id: CodeListId, code: string): CodeItem | undefined {
  return itemsById.get(id)?.get(code);
}

/** The words for a code; undefined when the list has no such code. Retired codes keep their words. */
export function codeLabel(id: CodeListId, code: string): string | undefined {
  return codeItem(id, code)?.label;
}

export function isCode<Id extends CodeListId>(id: Id, value: unknown): value is Code<Id> {
  return typeof value === 'string' && codeItem(id, value) !== undefined;
}
