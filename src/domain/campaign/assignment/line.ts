import type { Board } from './board';
import { give, type Sharing, sharingOf } from './sharing';

/**
 * Shares everything anew: the parts stand in a line, village after village, and every worker takes one stretch of it.
 * Parts that fewer people may take come first, and those who may take least else take them.
 */
export function cutTheLine(board: Board): Sharing {
  const sharing = sharingOf(
    board,
    board.parts.map(() => -1)
  );
  for (const kind of kindsOfParts(board)) cut(kind, sharing);
  return relabelled(sharing);
}

interface Kind {
  parts: number[];
  workers: readonly number[];
}

/** Parts with the same eligible workers, the scarcest first. */
function kindsOfParts(board: Board): Kind[] {
  const kinds = new Map<string, Kind>();
  board.parts.forEach((_, part) => {
    const workers = [...(board.eligible[part] ?? [])];
    if (workers.length === 0) return;
    const key = workers.join(' ');
    const kind = kinds.get(key);
    if (kind) kind.parts.push(part);
    else kinds.set(key, { parts: [part], workers });
  });
  const reach = new Map<number, number>();
  for (const { workers } of kinds.values())
    for (const worker of workers) reach.set(worker, (reach.get(worker) ?? 0) + 1);
  const scarcity = ({ parts, workers }: Kind): number =>
    workers.reduce((sum, worker) => sum + (board.ideals[worker] ?? 0), 0) /
    Math.max(
      1,
      parts.reduce((sum, part) => sum + (board.parts[part]?.load ?? 0), 0)
    );
  return [...kinds.values()]
    .map((kind) => ({
      ...kind,
      workers: [...kind.workers].sort((a, b) => (reach.get(a) ?? 0) - (reach.get(b) ?? 0) || a - b),
    }))
    .sort((a, b) => scarcity(a) - scarcity(b) || (a.parts[0] ?? 0) - (b.parts[0] ?? 0));
}

/** Stretches end where the ideal is reached, at the best boundary within half the tolerance on either side. */
function cut({ parts, workers }: Kind, sharing: Sharing): void {
  const { board } = sharing;
  const all = parts.reduce((sum, part) => sum + loadOf(board, part), 0);
  const rooms = workers.map((worker) => ({ worker, room: (board.ideals[worker] ?? 0) - (sharing.loads[worker] ?? 0) }));
  const open = rooms.filter(({ worker, room }) => room > board.tolerance * (board.ideals[worker] ?? 0));
  const takers = open.length > 0 ? open : rooms.map(({ worker }) => ({ worker, room: board.ideals[worker] ?? 0 }));
  const room = takers.reduce((sum, taker) => sum + taker.room, 0);
  // With more work than room everyone's stretch grows alike; with less, the last ones keep room for other kinds.
  const scale = Math.max(1, room > 0 ? all / room : 1);
  let [start, target, given] = [0, 0, 0];
  for (const taker of takers) {
    target += taker.room * scale;
    const isLast = taker === takers[takers.length - 1];
    const end = isLast
      ? parts.length
      : bestCut(parts, start, target - given, (board.ideals[taker.worker] ?? 0) * scale, board);
    for (const part of parts.slice(start, end)) {
      give(sharing, part, taker.worker);
      given += loadOf(board, part);
    }
    start = end;
  }
}

function bestCut(parts: readonly number[], start: number, wanted: number, ideal: number, board: Board): number {
  const slack = (board.tolerance / 2) * ideal;
  let [end, taken] = [start, 0];
  let [best, bestCost, bestMiss] = [start, Number.POSITIVE_INFINITY, Math.abs(wanted)];
  for (; end <= parts.length; end += 1) {
    const miss = Math.abs(taken - wanted);
    const cost = miss <= slack ? boundaryCost(parts, end, board) : 3;
    if (cost < bestCost || (cost === bestCost && miss < bestMiss)) [best, bestCost, bestMiss] = [end, cost, miss];
    if (taken > wanted + slack) break;
    const next = parts[end];
    taken += next === undefined ? 0 : loadOf(board, next);
  }
  return best;
}

/** 0 between villages, 1 between the parts of two cadres, 2 inside what one cadre leads. */
function boundaryCost(parts: readonly number[], end: number, board: Board): number {
  const [before, after] = [board.parts[parts[end - 1] ?? -1], board.parts[parts[end] ?? -1]];
  if (!before || !after || before.village !== after.village) return 0;
  return (before.cadre ?? '') === (after.cadre ?? '') ? 2 : 1;
}

/** Workers who could stand for each other take the stretches they hold most of already. */
function relabelled(sharing: Sharing): Sharing {
  const { board } = sharing;
  const overlap = new Map<string, number>();
  sharing.holders.forEach((stretch, part) => {
    const holder = board.held[part] ?? -1;
    if (stretch < 0 || holder < 0 || alike(board, stretch) !== alike(board, holder)) return;
    const key = `${stretch} ${holder}`;
    overlap.set(key, (overlap.get(key) ?? 0) + loadOf(board, part));
  });
  const name = new Map<number, number>();
  const taken = new Set<number>();
  const wanted = [...overlap].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [stretch = -1, holder = -1] of wanted.map(([key]) => key.split(' ').map(Number))) {
    if (name.has(stretch) || taken.has(holder)) continue;
    name.set(stretch, holder);
    taken.add(holder);
  }
  board.workers.forEach((_, stretch) => {
    if (name.has(stretch)) return;
    const kind = alike(board, stretch);
    const free = taken.has(stretch)
      ? board.workers.findIndex((_other, worker) => !taken.has(worker) && alike(board, worker) === kind)
      : stretch;
    name.set(stretch, free);
    taken.add(free);
  });
  return sharingOf(
    board,
    sharing.holders.map((stretch) => name.get(stretch) ?? -1)
  );
}

function alike(board: Board, worker: number): string {
  const { capacity = 1, languages, scopes = [] } = board.workers[worker] ?? { languages: [] };
  return JSON.stringify([capacity, [...languages].sort(), [...scopes].sort()]);
}

function loadOf(board: Board, part: number): number {
  return board.parts[part]?.load ?? 0;
}
