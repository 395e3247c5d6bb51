import { suite } from '../secrecy';
import type { AuditRow } from './row';

/**
 * JSON with one spelling: keys sorted by code unit, no spaces, undefined left out. What comes back from a jsonb column
 * reads the same as what went in.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** SM3 of the canonical JSON of everything a row says. */
export function entryDigest(row: AuditRow): Buffer {
  return suite.sm3(Buffer.from(canonicalJson(row)));
}

/** One link: SM3 over the place in the chain, the entry and the link before. */
export function chainHash(link: {
  countyCode: string;
  seq: number;
  entryId: string;
  digest: Buffer;
  prev: Buffer;
}): Buffer {
  const place = `${link.countyCode}\n${link.seq}\n${link.entryId}\n`;
  return suite.sm3(Buffer.from(place), link.digest, link.prev);
}

/** What stands before the first link of a county. */
export function firstPrev(countyCode: string): Buffer {
  return suite.sm3(Buffer.from(`yingtong.audit.v1\n${countyCode}`));
}
