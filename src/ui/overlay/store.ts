import { useSyncExternalStore } from 'react';

/** One value that any code may set and the page in front shows; a dialog has no place of its own in the tree. */
export interface Shown<Value> {
  set(value: Value | undefined): void;
  get(): Value | undefined;
  use(): Value | undefined;
}

export function shown<Value>(): Shown<Value> {
  const listeners = new Set<() => void>();
  let current: Value | undefined;
  const get = () => current;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    get,
    set: (value) => {
      current = value;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, get, get),
  };
}
