import { shown } from './store';

export const said = shown<{ words: string; key: number }>();

let count = 0;

/** A short word that something is done; it goes by itself. Anything a person must act on is a notice or a dialog. */
export function toast(words: string): void {
  count += 1;
  said.set({ words, key: count });
}
