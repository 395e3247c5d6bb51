const queues = new Map<string, Promise<unknown>>();

/** Does the work while no other work of the same name is under way. A mini-program runs once on a phone. */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  queues.set(
    name,
    mine.catch(() => undefined)
  );
  return mine;
}
