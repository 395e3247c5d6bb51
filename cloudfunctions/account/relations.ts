import { allFamilyRelations, familyRelations } from '@/domain/operations/account/family';

/** How a bound person is called on the account's page. */
export function relationLabel(relation: string): string {
  const known = allFamilyRelations.find((candidate) => candidate === relation);
  return known === undefined ? '本人' : familyRelations[known];
}
