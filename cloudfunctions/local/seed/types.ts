import type { Role } from '@/domain/access';
import type { Code } from '@/domain/codes';
import type { EditionId } from '@/domain/divisions';
import type { Sex } from '@/domain/identity';
import type { FamilyRelation } from '@/domain/operations/account/family';

/** What is asked of the generator. The same values always give the same county. */
export interface CountyWish {
  people: number;
  seed: number;
  /** YYYY-MM-DD, +8: ages are counted to it. */
  today: string;
  edition: EditionId;
}

export interface SeedPerson {
  personId: string;
  /** To the head of the household; '0' is the head. */
  relation: Code<'relation_short'>;
  name: string;
  sex: Sex;
  birthDate: string;
  ethnic: Code<'ethnic'>;
  /** '2': no number yet. */
  idType: '1' | '2';
  idNumber: string | null;
  /** 154 is a range no carrier has opened: nobody can be called by mistake. */
  phone: string | null;
  phoneOwner: '' | Code<'phone_owner'>;
  hukouNature: Code<'hukou_nature'>;
  /** Where he lives when not at home: a county or town code; '' at home. */
  residenceCode: string;
  residenceAddress: string;
}

export interface SeedHousehold {
  householdId: string;
  villageCode: string;
  villageEdition: EditionId;
  group: string;
  householdNo: string;
  houseNo: string;
  /** Ends in （示例）, so that no printed page can be taken for a real one. */
  address: string;
  headPersonId: string;
  members: SeedPerson[];
  /** One of the families that can be signed in as: nobody has asked them yet. */
  persona: boolean;
  /** Somebody of the household who uses the mini-program; null when nobody does or a persona has the account. */
  user: { accountId: string; personId: string } | null;
}

export interface SeedPost {
  postId: string;
  role: Role;
  title: string;
  organisation: string;
  languages: string[];
  badgeNo: string;
  /** Division codes; an enumerator has none but his assignments, a resident none at all. */
  scopes: string[];
}

export interface SeedAccount {
  accountId: string;
  name: string;
  phone: string;
  /** The key to sign in with locally. */
  persona: string | null;
  /** Who this is, for the page where a persona is chosen. */
  note: string;
  posts: SeedPost[];
  /** The persons the account answers for. */
  persons: { personId: string; relation: 'self' | FamilyRelation }[];
}

export interface SeedAssignment {
  assignmentId: string;
  postId: string;
  villageCode: string;
  /** '' the whole village, else a group. */
  part: string;
  /** The village secretary who leads. */
  cadre: string;
}

export interface SeedVillage {
  code: string;
  name: string;
  town: string;
  people: number;
  /** Groups in order with how many people are meant for each. */
  groups: { name: string; people: number }[];
}

export interface SeedCounty {
  wish: CountyWish;
  villages: SeedVillage[];
  accounts: SeedAccount[];
  assignments: SeedAssignment[];
  /** Whole households, at most about `people` people a batch, village by village. Every call starts anew. */
  batches(people?: number): Generator<SeedHousehold[]>;
}
