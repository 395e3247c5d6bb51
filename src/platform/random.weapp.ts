/**
 * `length` characters of a–z and 0–9. The logic layer has no crypto; an id must only differ from all others, and the
 * cloud ties it to its account, so the engine's own chance is enough.
 */
export const randomText = (length: number): string =>
  Array.from({ length }, () => Math.floor(Math.random() * 36).toString(36)).join('');
