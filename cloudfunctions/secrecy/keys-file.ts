import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from '../store/errors';
import type { Keys } from './keys';
import { newKeysText, readKeys } from './keys-text';

/**
 * The keys of a local data folder, made on the first start and readable by its owner only. Without this file what was
 * sealed cannot be opened, so it belongs in the backup, kept apart from the data.
 * Errors: StartProblem 'keys' or 'folder'.
 */
export async function fileKeys(dataDir: string, now: Date): Promise<Keys> {
  const file = path.join(dataDir, 'keys', 'keys.json');
  return readKeys(readOrMake(file, now), `文件 ${file}`);
}

function readOrMake(file: string, now: Date): string {
  try {
    if (!existsSync(file)) makeOnce(file, newKeysText(now));
    // A copy or an unpacked backup may have widened the rights.
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new StartProblem('folder', `密钥文件 ${file} 不能读写（${code}）。请检查文件夹的权限和磁盘空间，再启动。`);
  }
}

/** Whole or not at all, and never over a file that another start has just made. */
function makeOnce(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${text}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished);
  }
}
