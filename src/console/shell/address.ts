import { useSyncExternalStore } from 'react';

export type Query = Record<string, string>;

const base = '#/console/index';
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/**
 * What the console shows, in the address bar, so that a view can be kept, sent and gone back from:
 * `#/console/index?at=progress&town=522732101`. The second value changes parts of it; `undefined` removes one.
 */
export function useAddress(): [Query, (change: Record<string, string | undefined>, how?: 'push' | 'replace') => void] {
  return [queryOf(useSyncExternalStore(subscribe, () => window.location.hash)), go];
}

export const linkTo = (query: Record<string, string | undefined>): string => {
  const kept = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(kept).toString();
  return search ? `${base}?${search}` : base;
};

function go(change: Record<string, string | undefined>, how: 'push' | 'replace' = 'replace'): void {
  const next = linkTo({ ...queryOf(window.location.hash), ...change });
  if (how === 'push') window.history.pushState(window.history.state, '', next);
  else window.history.replaceState(window.history.state, '', next);
  tell();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) for (const event of events) window.addEventListener(event, keepInside, true);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) for (const event of events) window.removeEventListener(event, keepInside, true);
  };
}

const events = ['popstate', 'hashchange'];

/** A step back within the console is ours; the page router would open the page anew. */
function keepInside(event: Event): void {
  if (!window.location.hash.startsWith(base)) return;
  event.stopImmediatePropagation();
  tell();
}

function queryOf(hash: string): Query {
  return Object.fromEntries(new URLSearchParams(hash.split('?')[1] ?? ''));
}
