import { normalizeName } from './name';

/** What two spellings of one name have in common: no dots, no spaces, lower-case. For finding and comparing, never shown. */
export const nameKey = (name: string): string =>
  normalizeName(name)
    .replace(/[\u00b7 .'\u2019-]/g, '')
    .toLowerCase();
