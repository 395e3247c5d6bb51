import type { SeedCounty, SeedHousehold } from './types';

/**
 * What happened at a door so that every screen has something to show: somebody in a hurry or out at night, a record
 * sent back, answers that came against those that stood.
 */
export type Scene = 'hurried' | 'atNight' | 'sentBack' | 'residentAfter' | 'enumeratorAfter' | 'leaseMoved';

interface Turn {
  scene: Scene;
  /** Which of the enumerators it befalls; 0 is the one who can be signed in as. */
  enumerator: number;
  /** In the personas' village, which their secretary looks after, or in any other. */
  home: boolean;
  /** Somebody of the household uses the mini-program. */
  user: boolean;
  households: number;
}

const turns: readonly Turn[] = [
  { scene: 'leaseMoved', enumerator: 0, home: true, user: false, households: 1 },
  { scene: 'sentBack', enumerator: 0, home: true, user: false, households: 1 },
  { scene: 'residentAfter', enumerator: 0, home: false, user: true, households: 2 },
  { scene: 'enumeratorAfter', enumerator: 0, home: false, user: true, households: 1 },
  { scene: 'sentBack', enumerator: 0, home: false, user: false, households: 1 },
  { scene: 'hurried', enumerator: 1, home: false, user: false, households: 6 },
  { scene: 'atNight', enumerator: 2, home: false, user: false, households: 3 },
];

/** The enumerators' posts in the order in which work was given out. */
export const postsInTurn = ({ assignments }: Pick<SeedCounty, 'assignments'>): string[] => [
  ...new Set(assignments.map(({ postId }) => postId)),
];

/** Asked for each household once, in the order of the county; every scene goes to the first households that fit. */
export function scenesOf(county: Pick<SeedCounty, 'assignments'>) {
  const posts = postsInTurn(county);
  const home = county.assignments[0]?.villageCode;
  const left = new Map(turns.map((turn) => [turn, turn.households]));
  return (household: SeedHousehold, postId: string): Scene | undefined => {
    if (household.persona) return undefined;
    const turn = turns.find(
      (one) =>
        (left.get(one) ?? 0) > 0 &&
        posts[one.enumerator] === postId &&
        one.home === (household.villageCode === home) &&
        (!one.user || household.user !== null)
    );
    if (turn) left.set(turn, (left.get(turn) ?? 0) - 1);
    return turn?.scene;
  };
}
