import { packedIdPrefixes } from './packed/id-prefixes';

let known: Set<string> | undefined;

/**
 * Whether any edition of the national division codes ever had this six-digit code.
 * People keep the prefix of where their number was first given, so past codes are as good as present ones;
 * a code retired before 2002 may be missing, therefore an unknown prefix is a question, never a refusal.
 */
export function isKnownIdPrefix(prefix: string): boolean {
  known ??= unpack();
  return known.has(prefix);
}

function unpack(): Set<string> {
  const codes = new Set<string>();
  for (const line of packedIdPrefixes) {
    const [province, ...cities] = line.split(' ');
    for (const city of cities) {
      const [cityDigits = '', runs = ''] = city.split(':');
      for (const run of runs.split(',')) {
        const [first, last = first] = run.split('-').map(Number);
        for (let county = first ?? 0; county <= (last ?? -1); county += 1) {
          codes.add(`${province}${cityDigits}${String(county).padStart(2, '0')}`);
        }
      }
    }
  }
  return codes;
}
