import type { Answers } from '@/domain/form';
import { type PlacedPerson, placePerson } from '../../people/place';
import type { OnceContext } from '../../runtime/handle-once';
import { findByIdIndex } from '../../store/queries/people/people';
import type { SubmissionRow } from '../../store/queries/records/submissions';

/**
 * A person of the register keeps its village, wherever he lives; one who is waiting for a village is tried again with
 * what he says now: the village he chose, his head of household, his address.
 * @returns null when nothing changes
 */
export async function settleVillage(
  row: SubmissionRow,
  answers: Answers,
  { db, actor, services }: OnceContext
): Promise<PlacedPerson | null> {
  if (row.village_code !== null) return null;
  const { hukouVillage: chosen, hukouAddress: address, headIdNo: headNumber } = answers;
  const head =
    typeof headNumber === 'string' && headNumber !== answers.idNo
      ? await findByIdIndex(db, actor.countyCode, services.secrecy.indexes('idNumber', headNumber))
      : undefined;
  return placePerson(db, services.county, {
    ...(typeof chosen === 'string' ? { chosen: { code: chosen } } : {}),
    ...(head?.village_code ? { head: { code: head.village_code } } : {}),
    ...(typeof address === 'string' ? { address } : {}),
  });
}
