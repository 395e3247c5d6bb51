import type { Board } from './board';

/** A way to share the work while it is being made: who has each part (-1 nobody), and how much everybody has. */
export interface Sharing {
  board: Board;
  holders: number[];
  loads: number[];
  /** Per worker: how many parts he has in each village and town. */
  places: Map<string, number>[];
}

export function sharingOf(board: Board, holders: readonly number[]): Sharing {
  const sharing: Sharing = {
    board,
    holders: board.parts.map(() => -1),
    loads: board.workers.map(() => 0),
    places: board.workers.map(() => new Map()),
  };
  holders.forEach((worker, part) => {
    give(sharing, part, worker);
  });
  return sharing;
}

/** Takes the part from whoever has it. */
export function give(sharing: Sharing, part: number, worker: number): void {
  const before = sharing.holders[part] ?? -1;
  if (before >= 0) count(sharing, before, part, -1);
  sharing.holders[part] = worker;
  if (worker >= 0) count(sharing, worker, part, 1);
}

/** Distance from the ideal as a share of it, with `extra` more people; above 0 is too much. */
export function deviation({ board, loads }: Sharing, worker: number, extra = 0): number {
  const ideal = board.ideals[worker] ?? 0;
  return ideal > 0 ? ((loads[worker] ?? 0) + extra - ideal) / ideal : 0;
}

export function imbalance(sharing: Sharing): number {
  return sharing.board.workers.reduce((most, _, worker) => Math.max(most, Math.abs(deviation(sharing, worker))), 0);
}

/** 0 he has the next part, 1 another of the village, 2 one of the town, 3 none near. */
export function distance({ board, holders, places }: Sharing, part: number, worker: number): number {
  const village = board.parts[part]?.village ?? '';
  const adjoining = [part - 1, part + 1].some(
    (other) => holders[other] === worker && board.parts[other]?.village === village
  );
  if (adjoining) return 0;
  const held = places[worker];
  if ((held?.get(village) ?? 0) > 0) return 1;
  return (held?.get(village.slice(0, 9)) ?? 0) > 0 ? 2 : 3;
}

/** How many pairs of village and worker there are: fewer means parts of a village stay together. */
export function spread({ places }: Sharing): number {
  return places.reduce(
    (sum, held) => sum + [...held].filter(([code, parts]) => code.length === 12 && parts > 0).length,
    0
  );
}

export function movesIn({ board, holders }: Sharing): number {
  return holders.filter((worker, part) => worker !== board.held[part]).length;
}

function count({ board, loads, places }: Sharing, worker: number, part: number, by: 1 | -1): void {
  const { village = '', load = 0 } = board.parts[part] ?? {};
  loads[worker] = (loads[worker] ?? 0) + by * load;
  const held = places[worker];
  for (const code of [village, village.slice(0, 9)]) held?.set(code, (held.get(code) ?? 0) + by);
}
