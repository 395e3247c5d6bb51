import type { Board } from './board';
import { deviation, distance, give, type Sharing, sharingOf } from './sharing';

/** Everyone keeps what he has; what nobody has goes to whoever is near and has room, village by village. */
export function keepAndFill(board: Board): Sharing {
  const sharing = sharingOf(board, board.held);
  for (const part of freeParts(board)) {
    const worker = bestFor(part, sharing);
    if (worker >= 0) give(sharing, part, worker);
  }
  return sharing;
}

export function freeParts(board: Board): number[] {
  return board.held.flatMap((worker, part) => (worker < 0 ? [part] : []));
}

/** Room first, then nearness, then who has least. */
function bestFor(part: number, sharing: Sharing): number {
  const { board } = sharing;
  const load = board.parts[part]?.load ?? 0;
  let best = -1;
  let bestRank: readonly number[] = [];
  for (const worker of board.eligible[part] ?? []) {
    const after = deviation(sharing, worker, load);
    const over = after > board.tolerance ? after : 0;
    const rank = [over, distance(sharing, part, worker), after];
    if (best < 0 || before(rank, bestRank)) [best, bestRank] = [worker, rank];
  }
  return best;
}

function before(rank: readonly number[], other: readonly number[]): boolean {
  const place = rank.findIndex((value, index) => value !== other[index]);
  return place >= 0 && (rank[place] ?? 0) < (other[place] ?? 0);
}
