/** Lengths of a division code: province, prefecture, county, town, village. */
const levels = { 2: 'province', 4: 'prefecture', 6: 'county', 9: 'town', 12: 'village' } as const;

export type ScopeLevel = (typeof levels)[keyof typeof levels];

/** undefined for anything that is not a whole division code, so that a cut-off code never becomes a wide scope. */
export function scopeLevel(code: string): ScopeLevel | undefined {
  if (!/^\d+$/.test(code)) return undefined;
  return Object.entries(levels).find(([length]) => Number(length) === code.length)?.[1];
}

/** A scope is a code prefix: a town's scope holds its villages. An empty or cut-off scope holds nothing. */
export function within(scope: string, code: string): boolean {
  return scopeLevel(scope) !== undefined && scopeLevel(code) !== undefined && code.startsWith(scope);
}
