import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../golden/forms');

/**
 * A golden file. A version that has no file yet is frozen only when FREEZE=1 is set: so nobody freezes by accident, and
 * a change of a frozen version fails until it gets a number of its own.
 */
export function readFrozen(name: string, now?: unknown): unknown {
  const path = join(folder, name);
  if (now !== undefined && process.env.FREEZE === '1' && !existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, `${JSON.stringify(now, null, 1)}\n`);
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}
