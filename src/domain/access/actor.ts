import type { Role } from './roles';

/** A stretch of the county that a post answers for, by code prefix (522732 county, 9 digits town, 12 digits village). */
export interface Scope {
  code: string;
  /** Part of a village (组 or old village); empty means all of it. */
  part: string;
}

/** Who makes a call, in which post. Read once from the environment and the store, then passed down. */
export interface Actor {
  accountId: string;
  name: string;
  countyCode: string;
  postId: string;
  role: Role;
  /** Scopes that hold now; a resident has none. */
  scopes: readonly Scope[];
  /** Persons this account answers for: itself and family members. */
  personIds: readonly string[];
  /** Version of the confidentiality undertaking accepted for this post, if any. */
  undertaking: string | null;
  channel: 'weapp' | 'web';
}

/**
 * What a call touches. An operation states it, so that nobody can forget the scope check.
 * `parts`: the group and old village of a person or household, for scopes that cover only a part of a village.
 */
export type Concern =
  | { kind: 'own' }
  | { kind: 'person'; personId: string; place: string; parts?: readonly string[] }
  | { kind: 'places'; places: readonly string[]; parts?: readonly string[] };

export const own: Concern = { kind: 'own' };
export const places = (...codes: string[]): Concern => ({ kind: 'places', places: codes });
export const ofPerson = (personId: string, place: string, parts?: readonly string[]): Concern => ({
  kind: 'person',
  personId,
  place,
  ...(parts === undefined ? {} : { parts }),
});
