import { type Concern, places } from '@/domain/access';
import type { Answers } from '@/domain/form';
import { Problem } from '@/domain/problem';
import type { Context } from '../../runtime/handle';
import { knownPlace } from '../../runtime/places';
import { type EmployerRow, findEmployer } from '../../store/queries/records/employers';
import { openVersion } from '../subject';

/** The village of the call and, for a known employer, the one it stands in: both must be within the scope. */
export async function concernOfEmployer(
  input: { villageCode: string; employerId?: string | undefined },
  context: Context
): Promise<Concern> {
  const { villageCode } = input;
  if (knownPlace(context.services.county, villageCode).level !== 'village') {
    throw new Problem('division.unknown', { code: villageCode });
  }
  const employer = await employerOf(input, context);
  return employer === undefined ? places(villageCode) : places(villageCode, employer.village_code);
}

/** Errors: found.nothing for an id that names no employer. */
export async function employerOf(
  { employerId }: { employerId?: string | undefined },
  { db, actor }: Pick<Context, 'db' | 'actor'>
): Promise<EmployerRow | undefined> {
  if (employerId === undefined) return undefined;
  const employer = await findEmployer(db, actor.countyCode, { employerId });
  if (employer === undefined) throw new Problem('found.nothing', { what: '这个单位' });
  return employer;
}

/** The live answers in full, if there is a record. */
export function answersOfEmployer(employer: EmployerRow | undefined, { actor, services }: Context): Answers {
  const { record_id, version, answers, sealed } = employer ?? {};
  if (!record_id || !version || !answers || !sealed) return {};
  return openVersion(services.secrecy, actor.countyCode, { record_id, version, answers, sealed }).answers;
}
