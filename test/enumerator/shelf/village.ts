import type { BundlePersonRow } from '@/domain/operations/people/village-bundle';
import type { BundlePage } from '@/enumerator/shelf/carried';

export const village = '522732114280';
export const asOf = '2026-12-01T01:00:00.000Z';

export const personRow = (place: number, change: Partial<Record<number, unknown>> = {}): BundlePersonRow => {
  const row = [
    `p_${String(place).padStart(5, '0')}`,
    0,
    place % 4 === 0 ? '0' : '2',
    `韦示例${place}`,
    'wsl',
    '1',
    '1980-01-01',
    `522732********${String(place % 10_000).padStart(4, '0')}`,
    '138****0000',
    '',
    'due',
    0,
    '',
    '',
    0,
    '1',
    '25',
    '20',
    0,
    '',
    0,
    '',
  ];
  for (const [column, value] of Object.entries(change)) row[Number(column)] = value as string;
  return row as BundlePersonRow;
};

/** A page of a village; each person in a household of his own group. */
export function bundlePage(rows: BundlePersonRow[], change: Partial<BundlePage> = {}): BundlePage {
  return {
    villageCode: village,
    villageName: '示例村',
    townName: '示例镇',
    edition: '2018-10-31',
    formVersion: 1,
    consentVersion: '1',
    today: '2026-12-01',
    asOf,
    leasedUntil: '2026-12-31T00:00:00.000Z',
    people: rows.length,
    comparisons: 0,
    notices: [],
    rescueKey: { id: 'k1', publicKey: '04' },
    households: [['h_1', '三组', '12', '', '', '']],
    persons: rows,
    next: null,
    ...change,
  };
}

export function memoryShelf(limit = Number.MAX_SAFE_INTEGER) {
  const kept = new Map<string, string>();
  const used = () => [...kept.values()].reduce((sum, text) => sum + text.length, 0);
  let writes = Number.MAX_SAFE_INTEGER;
  return {
    get: async (key: string): Promise<unknown> => (kept.has(key) ? JSON.parse(kept.get(key) ?? '') : undefined),
    set: async (key: string, value: unknown) => {
      if (writes-- <= 0) throw new Error('the phone died');
      kept.set(key, JSON.stringify(value));
    },
    remove: async (key: string) => {
      if (writes-- <= 0) throw new Error('the phone died');
      kept.delete(key);
    },
    keys: async (prefix: string) => [...kept.keys()].filter((key) => key.startsWith(prefix)).sort(),
    free: async () => limit - used(),
    /** The phone dies after so many more writes. */
    dieAfter: (count: number) => {
      writes = count;
    },
    count: () => kept.size,
  };
}
