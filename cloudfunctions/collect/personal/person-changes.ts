import type { CollectState, PersonFacts } from '@/domain/campaign/measures';
import type { Answers } from '@/domain/form';
import { nameKey } from '@/domain/identity';
import { nameInitials } from '../../people/initials';
import type { PlacedPerson } from '../../people/place';
import { sealId, sealPhone } from '../../people/sealed';
import type { Secrecy } from '../../secrecy';
import type { Changes } from '../../store/queries/records/record-writes';
import type { SubmissionRow } from '../../store/queries/records/submissions';

/** What a submission changes in the person's own row. */
export interface Outcome {
  state: CollectState;
  mode: string;
  placed: PlacedPerson | null;
  /** The number that was sent is free and this person has none yet. */
  takesNumber: boolean;
  now: Date;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The counted facts of the person afterwards. */
export const factsAfter = (before: PersonFacts, answers: Answers, { state, mode, placed }: Outcome): PersonFacts => ({
  ...before,
  villageCode: placed?.village_code ?? before.villageCode,
  collectState: state,
  populationClass: textOf(answers.populationClass),
  employmentState: textOf(answers.state),
  recordMode: mode,
  lastOutcome: textOf(answers.outcome) || before.lastOutcome,
  refused: answers.populationClass === '14',
});

export function personChanges(
  row: SubmissionRow,
  county: string,
  answers: Answers,
  facts: PersonFacts,
  outcome: Outcome,
  secrecy: Secrecy
): Changes {
  return {
    population_class: ['text', facts.populationClass],
    collect_state: ['text', facts.collectState],
    employment_state: ['text', facts.employmentState],
    record_mode: ['text', facts.recordMode],
    last_outcome: ['text', facts.lastOutcome],
    last_contact_at: ['timestamptz', outcome.now],
    refused: ['boolean', facts.refused],
    residence_code: ['text', answers.homeSame === true ? (facts.villageCode ?? '') : textOf(answers.homeDivision)],
    ...phoneChanges(row, county, answers, secrecy),
    ...identityChanges(row, county, answers, outcome, secrecy),
    ...placeChanges(outcome.placed),
  };
}

/** A telephone that was given replaces the old one; one that was not asked stays. */
function phoneChanges(row: SubmissionRow, county: string, answers: Answers, secrecy: Secrecy): Changes {
  const phone = textOf(answers.phone);
  if (phone === '') return {};
  const sealed = sealPhone(secrecy, county, row.person_id, phone);
  return {
    phone_cipher: ['bytea', sealed.phone_cipher],
    phone_index: ['bytea', sealed.phone_index],
    phone_masked: ['text', sealed.phone_masked],
  };
}

/**
 * The register's own words on a person are corrected in the register; a form only fills what it lacks, and says all of
 * somebody who was met at the door or declared himself.
 */
function identityChanges(
  row: SubmissionRow,
  county: string,
  answers: Answers,
  outcome: Outcome,
  secrecy: Secrecy
): Changes {
  const ours = row.origin !== 'register';
  const fill = (column: string, held: string | null, given: unknown): Changes => {
    const value = textOf(given);
    return value !== '' && value !== held && (ours || held === null || held === '')
      ? { [column]: ['text', value] }
      : {};
  };
  const name = textOf(answers.name);
  const renamed = ours && name !== '' && name !== row.name;
  return {
    ...fill('ethnic', row.ethnic, answers.ethnic),
    ...fill('hukou_nature', row.hukou_nature, answers.hukouNature),
    ...(ours && row.household_id === null ? fill('relation', row.relation, answers.relation) : {}),
    ...(renamed
      ? { name: ['text', name], name_key: ['text', nameKey(name)], name_initials: ['text', nameInitials(name)] }
      : {}),
    ...(outcome.takesNumber ? numberChanges(row, county, answers, secrecy) : {}),
  };
}

function numberChanges(row: SubmissionRow, county: string, answers: Answers, secrecy: Secrecy): Changes {
  const sealed = sealId(secrecy, county, row.person_id, textOf(answers.idNo));
  return {
    id_type: ['text', textOf(answers.idType)],
    id_cipher: ['bytea', sealed.id_cipher],
    id_index: ['bytea', sealed.id_index],
    id_masked: ['text', sealed.id_masked],
    id_tail: ['text', sealed.id_tail],
    sex: ['text', textOf(answers.sex) || row.sex],
    birth_date: ['date', textOf(answers.birthDate) || row.birth_date],
  };
}

function placeChanges(placed: PlacedPerson | null): Changes {
  if (placed === null) return {};
  return {
    village_code: ['text', placed.village_code],
    village_edition: ['date', placed.village_edition],
    old_village_code: ['text', placed.old_village_code],
    ...(placed.group_name === '' ? {} : { group_name: ['text', placed.group_name] as const }),
    placed_by: ['text', placed.placed_by],
    placed_reason: ['text', placed.placed_reason],
    placed_confidence: ['text', placed.placed_confidence],
  };
}
