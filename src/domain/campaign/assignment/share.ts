import { type Board, setUp } from './board';
import { freeParts, keepAndFill } from './fill';
import { improve } from './improve';
import { cutTheLine } from './line';
import { imbalance, movesIn, type Sharing, sharingOf, spread } from './sharing';
import type { SharePlan, ShareWish } from './types';

/**
 * Shares parts of villages among enumerators so that each has about his share, the parts of a village stay together,
 * and as little as possible changes hands. Pure and deterministic; nothing is applied.
 */
export function shareWork(wish: ShareWish): SharePlan {
  const board = setUp(wish);
  if (board.workers.length === 0) return planOf(sharingOf(board, board.held), wish, ['没有可分派的采集员。']);
  const free = freeParts(board);
  const everything = new Set(board.parts.keys());
  // Where most work is new there is little to keep, and the line keeps villages together best.
  if (wish.leaving == null && free.length * 2 > board.parts.length)
    return planOf(sharedAnew(board, everything), wish, []);

  const kept = keepAndFill(board);
  improve(kept, new Set(free));
  if (wish.leaving != null || imbalance(kept) <= board.tolerance) return planOf(kept, wish, []);
  improve(kept, everything);
  return planOf(imbalance(kept) <= board.tolerance ? kept : better(kept, sharedAnew(board, everything)), wish, []);
}

function sharedAnew(board: Board, everything: ReadonlySet<number>): Sharing {
  const anew = cutTheLine(board);
  improve(anew, everything);
  return anew;
}

/** Balanced before fewer moves before villages kept together before better balance. */
function better(kept: Sharing, anew: Sharing): Sharing {
  const { tolerance } = kept.board;
  const rank = (sharing: Sharing): number[] => {
    const excess = Math.max(0, imbalance(sharing) - tolerance);
    return [Math.round(excess * 100), movesIn(sharing), spread(sharing), imbalance(sharing)];
  };
  const [one, other] = [rank(kept), rank(anew)];
  const place = one.findIndex((value, index) => value !== other[index]);
  return place >= 0 && (other[place] ?? 0) < (one[place] ?? 0) ? anew : kept;
}

function planOf(sharing: Sharing, wish: ShareWish, remarks: readonly string[]): SharePlan {
  const { board } = sharing;
  const before = sharingOf(board, board.held);
  const after = imbalance(sharing);
  const uneven =
    board.workers.length > 0 && after > board.tolerance
      ? [`分派后最多的一人与平均份额相差${Math.round(after * 100)}%，受拆分、语言或范围限制不能更平均。`]
      : [];
  return {
    ideal: board.ideal,
    loads: board.workers.map(({ id }, worker) => ({
      id,
      before: before.loads[worker] ?? 0,
      after: sharing.loads[worker] ?? 0,
      ideal: board.ideals[worker] ?? 0,
    })),
    moves: movesOf(sharing, board),
    imbalance: { before: imbalanceNow(wish), after },
    unassigned: board.parts.filter((_, part) => (sharing.holders[part] ?? -1) < 0),
    remarks: [...board.remarks, ...remarks, ...uneven],
  };
}

function movesOf(sharing: Sharing, board: Board): SharePlan['moves'] {
  return board.parts.flatMap((part, place) => {
    const worker = sharing.holders[place] ?? -1;
    const to = board.workers[worker]?.id;
    return to === undefined || worker === board.held[place] ? [] : [{ part, from: part.holder ?? null, to }];
  });
}

/** As it stands now, the one who leaves still counted. */
function imbalanceNow({ leaving: _, ...wish }: ShareWish): number {
  const board = setUp(wish);
  return imbalance(sharingOf(board, board.held));
}
