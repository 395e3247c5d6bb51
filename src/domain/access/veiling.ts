import { ageOn, isCalendarDate } from '../identity';
import { type Revealable, type SensitiveGroup, sees, veil } from './disclosure';
import type { Role } from './roles';

/** The answers of the personal form by group; every field of its class `sensitive` stands here, which a test holds. */
const fieldsOfGroup: Readonly<Record<Exclude<SensitiveGroup, 'child'>, readonly string[]>> = {
  health: ['health', 'disabled', 'disabilityNo', 'disabilityType', 'disabilityGrade'],
  support: ['poorRegistered', 'poorOut', 'relocated', 'relocatedTo', 'policies', 'hardship'],
  location: ['gps'],
};

const groupOfField: ReadonlyMap<string, SensitiveGroup> = new Map(
  (Object.keys(fieldsOfGroup) as (keyof typeof fieldsOfGroup)[]).flatMap((group) =>
    fieldsOfGroup[group].map((field) => [field, group] as const)
  )
);

export const groupOf = (field: string): SensitiveGroup | undefined => groupOfField.get(field);

/** What a child's record still shows to those who count the work but need not know the child. */
const shownOfChild: readonly string[] = ['name', 'idType', 'idNo', 'hukouVillage', 'populationClass', 'collectedAt'];

export const seesOfChild = (field: string): boolean => shownOfChild.includes(field);

/** The fields of the form behind something that can be looked at in full. */
export const fieldsBehind: Readonly<Record<Revealable, readonly string[]>> = {
  idNumber: ['idNo'],
  phone: ['phone'],
  disabilityNo: ['disabilityNo'],
  health: fieldsOfGroup.health.filter((field) => field !== 'disabilityNo'),
  support: fieldsOfGroup.support,
  location: fieldsOfGroup.location,
  child: ['birthDate', 'relation', 'headName', 'hukouAddress', 'studySchool'],
};

/** Whether `role` sees the answer to `field` as it is; identifiers are masked for everyone elsewhere. */
export function seesField(role: Role, field: string, isChild: boolean): boolean {
  const group = groupOf(field);
  if (group !== undefined) return sees(role, group);
  return !isChild || sees(role, 'child') || seesOfChild(field);
}

interface Line {
  field: string;
  text: string;
}

/** A paper copy's lines with what this role need not know covered. Codes and rows of a covered line are gone too. */
export const veilLines = <L extends Line>(role: Role, isChild: boolean, lines: readonly L[]): L[] =>
  lines.map((line) => (seesField(role, line.field, isChild) ? line : covered(line)));

function covered<L extends Line>(line: L): L {
  const { codes: _codes, rows: _rows, ...rest } = line as L & { codes?: unknown; rows?: unknown };
  return { ...rest, text: veil } as L;
}

/** Changes between two versions, likewise: that something changed is shown, what it said is not. */
export const veilChanges = <C extends { field: string; before: string; after: string }>(
  role: Role,
  isChild: boolean,
  changes: readonly C[]
): C[] =>
  changes.map((change) => (seesField(role, change.field, isChild) ? change : { ...change, before: veil, after: veil }));

/** Under 14 on `today`. Nobody without a birth date is taken for a child. */
export const isChildOn = (birthDate: unknown, today: string): boolean =>
  typeof birthDate === 'string' && isCalendarDate(birthDate) && ageOn(birthDate, today) < childhoodEnds;

const childhoodEnds = 14;
