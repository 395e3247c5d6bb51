import type { Shelf } from '@/outbox';
import type { WriteFault } from '../schedule/step';

/** What is written survives a crash; as text, so that nothing is shared with the program that wrote it. */
export type Disk = Map<string, string>;

/** The phone's battery was pulled or its program killed: whatever was under way ends here. */
export class PhoneDied extends Error {
  override readonly name = 'PhoneDied';
}

/** No room: the write was refused and nothing has changed. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom';
}

/** The storage as one run of the program has it. */
export interface RunningShelf {
  shelf: Shelf;
  /** From the next write on. */
  plan(fault: WriteFault | undefined): void;
  dead(): boolean;
  /** The program ends here: what it had under way reaches the storage no more. */
  end(): void;
}

export function runningShelf(disk: Disk): RunningShelf {
  let fault: WriteFault | undefined;
  let writes = 0;
  let alive = true;
  const die = (): never => {
    alive = false;
    throw new PhoneDied();
  };
  const write = async (work: () => void): Promise<void> => {
    if (!alive) throw new PhoneDied();
    const meets = fault?.at === writes ? fault.how : undefined;
    writes += 1;
    if (meets === 'full') throw new NoRoom();
    if (meets === 'before') die();
    work();
    if (meets === 'after') die();
  };
  const reading = async <T>(work: () => T): Promise<T> => {
    if (!alive) throw new PhoneDied();
    return work();
  };
  return {
    shelf: {
      get: (key) => reading(() => (disk.has(key) ? JSON.parse(disk.get(key) ?? 'null') : undefined)),
      set: (key, value) => write(() => void disk.set(key, JSON.stringify(value))),
      remove: (key) => write(() => void disk.delete(key)),
      keys: (prefix) => reading(() => [...disk.keys()].filter((key) => key.startsWith(prefix))),
    },
    plan(planned) {
      fault = planned;
      writes = 0;
    },
    dead: () => !alive,
    end: () => {
      alive = false;
    },
  };
}
