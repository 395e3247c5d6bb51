import { postsInTurn, type Scene, type SeedCounty, type SeedHousehold } from '../seed';

/** Who writes answers down. */
export interface Author {
  accountId: string;
  postId: string;
  name: string;
  role: 'enumerator' | 'resident';
}

export interface Holder extends Author {
  cadre: string;
  cadrePhone: string;
  reviewer: { accountId: string; name: string };
}
export interface Holders extends Holder {
  /** Whoever had the work before. */
  before: Author;
}

/** Who said something else of a person who had been collected. */
export function lateAuthor(scene: Scene | undefined, household: SeedHousehold, holder: Holders): Author | undefined {
  switch (scene) {
    case 'leaseMoved':
      return holder.before;
    case 'enumeratorAfter':
      return holder;
    case 'residentAfter':
      return residentOf(household, nameOf(household, household.user?.personId));
    default:
      return undefined;
  }
}

const nameOf = ({ members }: SeedHousehold, personId: string | undefined): string =>
  members.find((member) => member.personId === personId)?.name ?? '';

/** The second enumerator had the first one's villages for a few days. */
export function holderBefore(made: SeedCounty): Author {
  const postId = postsInTurn(made)[1] ?? '';
  const account = made.accounts.find(({ posts }) => posts.some((post) => post.postId === postId));
  return { accountId: account?.accountId ?? '', postId, name: account?.name ?? '', role: 'enumerator' };
}

export const residentOf = (household: SeedHousehold, name: string): Author => ({
  accountId: household.user?.accountId ?? '',
  postId: 'resident',
  name,
  role: 'resident',
});

/** The enumerator who holds the household's group, or its whole village. */
export function holders({ accounts, assignments }: SeedCounty): (household: SeedHousehold) => Holder | undefined {
  const byPost = new Map(accounts.flatMap((account) => account.posts.map(({ postId }) => [postId, account] as const)));
  const secretaries = new Map(
    accounts.flatMap(({ phone, posts }) =>
      posts.filter(({ role }) => role === 'committee').map(({ scopes }) => [scopes[0] ?? '', phone] as const)
    )
  );
  const offices = new Map(
    accounts.flatMap(({ accountId, name, posts }) =>
      posts.filter(({ role }) => role === 'town').map(({ scopes }) => [scopes[0] ?? '', { accountId, name }] as const)
    )
  );
  const held = new Map(assignments.map((one) => [`${one.villageCode} ${one.part}`, one]));
  return ({ villageCode, group }) => {
    const assignment = held.get(`${villageCode} ${group}`) ?? held.get(`${villageCode} `);
    const account = assignment && byPost.get(assignment.postId);
    const reviewer = offices.get(villageCode.slice(0, 9));
    if (!assignment || !account || !reviewer) return undefined;
    const { cadre, postId } = assignment;
    const cadrePhone = secretaries.get(villageCode) ?? account.phone;
    return {
      accountId: account.accountId,
      postId,
      name: account.name,
      role: 'enumerator',
      cadre,
      cadrePhone,
      reviewer,
    };
  };
}
