import { deviation, distance, give, type Sharing } from './sharing';

interface Step {
  part: number;
  to: number;
  /** The part that goes the other way, when two are exchanged. */
  back: number;
}

interface Found {
  step: Step;
  /** 0–3 how far from the worker's other parts, and 4 more when it puts the other worker out of tolerance. */
  far: number;
  gain: number;
}

/**
 * Moves or exchanges parts until every load is within the tolerance or nothing helps. Only parts in `movable` move.
 * Each step lowers the sum of squared distances, so that work can travel over a third worker; near workers come first.
 */
export function improve(sharing: Sharing, movable: ReadonlySet<number>): void {
  const { board } = sharing;
  const limit = 20 * board.workers.length + 200;
  for (let steps = 0; steps < limit; steps += 1) {
    const step = nextStep(sharing, movable);
    if (!step) return;
    const { part, to, back } = step;
    const from = sharing.holders[part] ?? -1;
    give(sharing, part, to);
    if (back >= 0) give(sharing, back, from);
  }
}

function nextStep(sharing: Sharing, movable: ReadonlySet<number>): Step | undefined {
  for (const worker of worstFirst(sharing)) {
    const step = bestStep(worker, sharing, movable);
    if (step) return step;
  }
  return undefined;
}

/** Those out of tolerance, the farthest first. */
function worstFirst(sharing: Sharing): number[] {
  const { board } = sharing;
  return board.workers
    .map((_, worker) => worker)
    .filter((worker) => Math.abs(deviation(sharing, worker)) > board.tolerance)
    .sort((a, b) => Math.abs(deviation(sharing, b)) - Math.abs(deviation(sharing, a)) || a - b);
}

function bestStep(worker: number, sharing: Sharing, movable: ReadonlySet<number>): Step | undefined {
  const over = deviation(sharing, worker) > 0;
  let best: Found | undefined;
  const consider = (step: Step, from: number): void => {
    const gain = gainOf(step, from, sharing);
    if (gain <= 1e-12) return;
    const near = distance(sharing, step.part, step.to);
    const nearest = step.back < 0 ? near : Math.max(near, distance(sharing, step.back, from));
    const other = from === worker ? step.to : from;
    const far = nearest + (Math.abs(afterStep(step, from, other, sharing)) > sharing.board.tolerance ? 4 : 0);
    if (!best || far < best.far || (far === best.far && gain > best.gain)) best = { step, far, gain };
  };
  const own = partsOf(worker, sharing, movable);
  for (const part of over ? own : movable) {
    const from = sharing.holders[part] ?? -1;
    if (from < 0 || (!over && from === worker)) continue;
    const takers = over ? (sharing.board.eligible[part] ?? []) : mayTake(worker, part, sharing) ? [worker] : [];
    for (const to of takers) if (to !== from) consider({ part, to, back: -1 }, from);
  }
  if (!best) exchanges(worker, own, sharing, movable, consider);
  return best?.step;
}

/** When no single part fits, two parts of different size change places. */
function exchanges(
  worker: number,
  own: readonly number[],
  sharing: Sharing,
  movable: ReadonlySet<number>,
  consider: (step: Step, from: number) => void
): void {
  for (const back of movable) {
    const other = sharing.holders[back] ?? -1;
    if (other < 0 || other === worker || !mayTake(worker, back, sharing)) continue;
    for (const part of own) if (mayTake(other, part, sharing)) consider({ part, to: other, back }, worker);
  }
}

/** By how much the squared distances of the two workers shrink. */
function gainOf({ part, to, back }: Step, from: number, sharing: Sharing): number {
  const { parts } = sharing.board;
  const shift = (parts[part]?.load ?? 0) - (parts[back]?.load ?? 0);
  return (
    deviation(sharing, from) ** 2 +
    deviation(sharing, to) ** 2 -
    deviation(sharing, from, -shift) ** 2 -
    deviation(sharing, to, shift) ** 2
  );
}

/** The other worker's deviation once the step is done. */
function afterStep({ part, to, back }: Step, from: number, worker: number, sharing: Sharing): number {
  const { parts } = sharing.board;
  const shift = (parts[part]?.load ?? 0) - (parts[back]?.load ?? 0);
  return deviation(sharing, worker, worker === to ? shift : worker === from ? -shift : 0);
}

function partsOf(worker: number, sharing: Sharing, movable: ReadonlySet<number>): number[] {
  return [...movable].filter((part) => sharing.holders[part] === worker);
}

function mayTake(worker: number, part: number, sharing: Sharing): boolean {
  return sharing.board.eligible[part]?.has(worker) ?? false;
}
