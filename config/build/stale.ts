import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

export type Target = 'h5' | 'weapp' | 'functions';

const client = [
  'src',
  'config/build-settings.ts',
  'config/build/service-worker.ts',
  'config/index.ts',
  'config/taro',
  '.browserslistrc',
  'babel.config.js',
  'package-lock.json',
  'project.config.json',
];
const sources: Record<Target, string[]> = {
  h5: client,
  weapp: client,
  functions: [
    'src/domain',
    'cloudfunctions',
    'config/functions.ts',
    'config/function-settings.ts',
    'config/settings.ts',
    'config/timers.ts',
    'package-lock.json',
  ],
};

/** Whether what a target was last built from differs, by content, from what lies there now. */
export const isStale = (target: Target): boolean =>
  !existsSync(path.join(root, 'dist', target)) || read(stampOf(target)) !== fingerprint(target);

/** @param from the fingerprint of the sources when the build began; what changed meanwhile is still to be built */
export function markBuilt(target: Target, from: string): void {
  mkdirSync(path.dirname(stampOf(target)), { recursive: true });
  writeFileSync(stampOf(target), from);
}

export function fingerprint(target: Target, base = root): string {
  const hash = createHash('sha256');
  for (const file of sources[target].flatMap((entry) => filesUnder(path.join(base, entry))).sort())
    hash.update(path.relative(base, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

const stampOf = (target: Target): string => path.join(root, 'dist/.built-from', target);
const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function filesUnder(entry: string): string[] {
  if (!existsSync(entry)) return [];
  if (statSync(entry).isFile()) return [entry];
  return readdirSync(entry, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => path.join(file.parentPath, file.name));
}
