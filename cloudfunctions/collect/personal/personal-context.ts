import { type EditionId, editionsWith } from '@/domain/divisions';
import type { Answers, CheckContext } from '@/domain/form';
import type { FormMode } from '@/domain/operations/collecting/collect';
import { dayInChina } from '../../runtime/clock';
import type { OnceContext } from '../../runtime/handle-once';
import { editionOf } from '../../runtime/places';
import type { SubjectRow, SubmissionRow } from '../../store/queries/records/submissions';
import { divisionBook } from '../division-book';

/** How the answers come in: said by the account for residents, chosen by staff between door and telephone. */
export const modeOf = (role: string, row: SubjectRow, chosen: 'visit' | 'phone' | undefined): FormMode => {
  if (role !== 'resident') return chosen ?? 'visit';
  return row.relation_to_account === 'self' ? 'self' : 'family';
};

/** What the form is judged against when it is sent: the same as on the phone, and what only the store knows. */
export function sendingContext(row: SubmissionRow, register: Answers, mode: FormMode, now: Date): CheckContext {
  return {
    today: dayInChina(now),
    mode: mode === 'family' ? 'self' : mode,
    proxy: mode === 'family',
    sending: true,
    register,
    divisions: divisionBook,
    others: {
      members: membersOf(row),
      phoneOtherHouseholds: row.phone_households,
      phoneOfStaff: row.phone_of_staff,
      ...(row.unit_known
        ? { unit: { known: true, ...(row.unit_total === null ? {} : { total: row.unit_total }) } }
        : {}),
    },
  };
}

/**
 * The other members, where the register has exactly one head for the household. A household without a head, or with
 * two, is for the office to put right; nobody at the door should be stopped by it.
 */
function membersOf(row: SubjectRow): Answers[] {
  const members = row.members ?? [];
  const heads = [row.relation, ...members.map(({ relation }) => relation)].filter((relation) => relation === '0');
  if (heads.length !== 1) return [];
  return members.map(({ relation, sex, birthDate }) => ({
    relation,
    ...(sex === '9' ? {} : { sex }),
    ...(birthDate === null ? {} : { birthDate }),
  }));
}

/** What the function says and the phone never does: who collected, when, under which notice and edition. */
export function systemAnswers(
  { actor, services }: OnceContext,
  said: { collectedAt: Date; consentVersion: string; village: unknown; registered: string | null }
): Answers {
  const staff = actor.role !== 'resident';
  const covering = actor.scopes.find(({ code }) => said.registered?.startsWith(code));
  const place = (covering ?? actor.scopes[0])?.code;
  return {
    ...(staff ? { enumerator: actor.name } : {}),
    ...(staff && place !== undefined ? { collectorVillage: place } : {}),
    collectedAt: said.collectedAt.toISOString(),
    noticeVersion: said.consentVersion,
    divisionEdition: editionOfVillage(said.village, editionOf(services.county)),
  };
}

/** A village merged or renamed since is still a right answer: the edition that has it is kept beside the code. */
function editionOfVillage(village: unknown, inUse: EditionId): string {
  const known = typeof village === 'string' ? editionsWith(village) : [];
  return known.length === 0 || known.includes(inUse) ? inUse : (known.at(-1) ?? inUse);
}
