/** Lets several calls of the cloud run by turns, one statement at a time, in an order that is given: the same every time. */
export interface Turns {
  /** Waits for its turn; called before each statement. */
  take(): Promise<void>;
  /** Runs all of them to their end. @param order which of those that wait goes next, by place; then always the first */
  run(tasks: readonly (() => Promise<void>)[], order: readonly number[]): Promise<void>;
}

export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  let together = false;
  let moving = 0;
  let quiet = (): void => undefined;
  const stopped = (): void => {
    moving -= 1;
    if (moving === 0) quiet();
  };

  const take = (): Promise<void> => {
    if (!together) return Promise.resolve();
    return new Promise((resolve) => {
      waiting.push(() => {
        moving += 1;
        resolve();
      });
      stopped();
    });
  };

  async function run(tasks: readonly (() => Promise<void>)[], order: readonly number[]): Promise<void> {
    const left = [...order];
    together = true;
    moving = tasks.length;
    const settled = new Promise<void>((resolve) => {
      quiet = () => {
        if (waiting.length === 0) return resolve();
        const place = (left.shift() ?? 0) % waiting.length;
        // What is taken from the list was there: the place is within it.
        const [next] = waiting.splice(place, 1);
        next?.();
      };
    });
    const running = tasks.map((task) => task().finally(stopped));
    await settled;
    together = false;
    await Promise.all(running);
  }

  return { take, run };
}
