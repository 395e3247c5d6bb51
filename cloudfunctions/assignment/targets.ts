import type { Planned } from './plan';

export interface Target {
  postId: string;
  villageCode: string;
  part: string;
  cadre: string;
}

/**
 * The leases a plan asks for, against those held now: which begin, which end, how many stay as they are. Whoever holds
 * every part of a village holds the whole; a lease that already says the right thing keeps its id and version.
 */
export function targetLeases({ units, holders, leases }: Planned): { add: Target[]; end: string[]; keep: number } {
  const wanted = [...byVillage(units, holders)].flatMap(([villageCode, held]) => {
    const cadre = leases.find((lease) => lease.villageCode === villageCode && lease.cadre !== '')?.cadre ?? '';
    const [first] = held;
    if (first !== undefined && held.every(({ postId }) => postId === first.postId)) {
      return first.postId === null ? [] : [{ postId: first.postId, villageCode, part: '', cadre }];
    }
    return held.flatMap(({ postId, part }) => (postId === null ? [] : [{ postId, villageCode, part, cadre }]));
  });
  const keyOf = ({ postId, villageCode, part }: Omit<Target, 'cadre'>): string => `${villageCode} ${postId} ${part}`;
  const asked = new Set(wanted.map(keyOf));
  const standing = new Set(leases.map(keyOf));
  // A village nobody of the register lives in has no units; its lease is nobody's business here.
  const planned = new Set(units.map(({ villageCode }) => villageCode));
  const end = leases.filter((lease) => planned.has(lease.villageCode) && !asked.has(keyOf(lease)));
  return {
    add: wanted.filter((target) => !standing.has(keyOf(target))),
    end: end.map(({ assignmentId }) => assignmentId),
    keep: leases.length - end.length,
  };
}

function byVillage(units: Planned['units'], holders: Planned['holders']) {
  const villages = new Map<string, { postId: string | null; part: string }[]>();
  for (const [place, { villageCode, part }] of units.entries()) {
    const held = villages.get(villageCode) ?? [];
    villages.set(villageCode, [...held, { postId: holders[place] ?? null, part }]);
  }
  return villages;
}
