import type { SeedAccount, SeedAssignment, SeedVillage } from './types';

/** Groups of all villages in order, cut into stretches of about the same number of people: the first shares of work. */
export function firstAssignments(
  villages: readonly SeedVillage[],
  accounts: readonly SeedAccount[],
  home: string
): SeedAssignment[] {
  const posts = accounts.flatMap((account) => account.posts.filter(({ role }) => role === 'enumerator'));
  const cadres = new Map(
    accounts.flatMap(({ name, posts: held }) =>
      held.filter(({ role }) => role === 'committee').map(({ scopes }) => [scopes[0] ?? '', name] as const)
    )
  );
  const ordered = startingWith(villages, home);
  const total = ordered.reduce((sum, { people }) => sum + people, 0);
  const share = total / posts.length;
  let before = 0;
  return ordered.flatMap((village) => {
    const postAt = (people: number): string =>
      posts[Math.min(posts.length - 1, Math.floor(people / share))]?.postId ?? '';
    const parts = village.groups.map((group) => {
      const postId = postAt(before + group.people / 2);
      before += group.people;
      return { postId, part: group.name };
    });
    const whole = parts.every(({ postId }) => postId === parts[0]?.postId);
    return (whole ? [{ postId: parts[0]?.postId ?? '', part: '' }] : parts).map(({ postId, part }, place) => ({
      assignmentId: `assignment-${village.code.slice(6)}-${place}`,
      postId,
      villageCode: village.code,
      part,
      cadre: cadres.get(village.code) ?? '',
    }));
  });
}

/** The personas' village comes first, so that the first enumerator has it. */
function startingWith(villages: readonly SeedVillage[], home: string): SeedVillage[] {
  const at = villages.findIndex(({ code }) => code === home);
  return [...villages.slice(at), ...villages.slice(0, at)];
}
