interface Enumerator {
  name: string;
  organisation: string;
  languages: readonly string[];
  leases: number;
  load: number;
}

/** 潘华仁（汉语、水语）· 3 处，还有 120 人 */
export const enumeratorLabel = ({ name, languages, leases, load }: Enumerator): string =>
  `${name}${languages.length > 0 ? `（${languages.join('、')}）` : ''} · ${leases} 处，还有 ${load} 人`;

interface Divided {
  people: number;
  parts: readonly { part: string; name: string; people: number }[];
}

/** The whole village first, then what it can be divided into. */
export const partOptions = ({ people, parts }: Divided): { value: string; label: string }[] => [
  { value: '', label: `全村（${people} 人）` },
  ...parts
    .filter(({ part }) => part !== '')
    .map(({ part, name, people: some }) => ({ value: part, label: `${name}（${some} 人）` })),
];
