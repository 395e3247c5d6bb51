/**
 * The phone's own storage: each write is whole or not at all, and survives a reload. The same limits hold on every
 * end, those of WeChat, so that what fits in a browser fits on a phone.
 */
export interface Shelf {
  get(key: string): Promise<unknown>;
  /** Errors: storage.full, storage.entry; nothing is changed then. */
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** Keys that begin with `prefix`, in order. */
  keys(prefix: string): Promise<string[]>;
  /** Bytes in use, and how many there may be. */
  size(): Promise<{ used: number; limit: number }>;
}

export const entryLimit = 1024 * 1024;
export const storageLimit = 10 * 1024 * 1024;

/** Bytes of UTF-8 that a value takes as JSON, with its key. Counts without making the bytes. */
export function bytesOf(key: string, value: unknown): number {
  const text = key + (JSON.stringify(value) ?? '');
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // A pair of surrogates is one character of four bytes: two for each half.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
