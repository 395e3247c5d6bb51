import { pinyin } from 'pinyin-pro';
import { normalizeName } from '@/domain/identity';

/** Pinyin initials for finding a name by eight taps: 韦小明 → wxm. Characters without a reading are left out. */
export const nameInitials = (name: string): string =>
  pinyin(normalizeName(name), { pattern: 'first', toneType: 'none', type: 'array', surname: 'head', nonZh: 'removed' })
    .map((initial) => initial.toLowerCase())
    .filter((initial) => /^[a-z]$/.test(initial))
    .join('')
    .slice(0, 50);
