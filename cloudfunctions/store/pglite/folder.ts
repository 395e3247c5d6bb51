import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from '../errors';
import type { Store } from '../port';
import { type Lock, takeLock } from './lock';

import { openPglite } from './store';
import { keepUp } from './upkeep';

/**
 * The embedded store in a folder that is kept between starts. It holds a lock on the folder until it is closed or its
 * process ends, and a kill leaves nothing behind that the next start could not clear.
 * Errors: StartProblem 'folder', 'locked', 'newer' or 'disk'.
 */
export async function openFolder(folder: string): Promise<Store> {
  const place = { data: path.join(folder, 'postgres'), ready: path.join(folder, 'postgres.ready') };
  const lock = lockFolder(folder);
  const release = (): void => lock.release();
  process.once('exit', release);
  let stopUpkeep = (): void => undefined;
  const leave = async (): Promise<void> => {
    stopUpkeep();
    process.off('exit', release);
    release();
  };
  try {
    prepare(folder, place);
    const store = await openPglite({ dataDir: place.data }, leave);
    if (!existsSync(place.ready)) writeFileSync(place.ready, readVersion(place.data), { flush: true });
    stopUpkeep = keepUp(store);
    return store;
  } catch (error) {
    await leave();
    throw startProblem(error, folder);
  }
}

function lockFolder(folder: string): Lock {
  let lock: Lock | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    lock = takeLock(path.join(folder, 'lock'));
  } catch (error) {
    throw startProblem(error, folder);
  }
  if (lock) return lock;
  throw new StartProblem(
    'locked',
    `数据文件夹 ${folder} 正被另一个程序使用。请先停止那个程序，或用设置 DATA_DIR 换一个文件夹，再启动。`
  );
}

interface Place {
  data: string;
  /** Written after the first start has succeeded; without it the data folder is a half-made one. */
  ready: string;
}

function prepare(folder: string, { data, ready }: Place): void {
  if (!existsSync(ready)) {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { recursive: true });
    return;
  }
  if (readVersion(data) !== SERVER_VERSION) {
    throw new StartProblem(
      'newer',
      `数据文件夹 ${folder} 是由另一个版本的程序保存的，这个版本打不开。请换用原来的版本，数据不会受影响。`
    );
  }
}

/** The PostgreSQL inside PGlite 0.5; a folder of another major version needs a dump and a reload. */
const SERVER_VERSION = '18';

function readVersion(data: string): string {
  return readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
}

function startProblem(error: unknown, folder: string): StartProblem {
  if (error instanceof StartProblem) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === '53100') {
    return new StartProblem('disk', `数据文件夹 ${folder} 所在的磁盘已满。请腾出空间后再启动。`);
  }
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT)$/.test(code)) {
    return new StartProblem(
      'folder',
      `数据文件夹 ${folder} 不能读写（${code}）。请检查它的权限，或用设置 DATA_DIR 换一个文件夹，再启动。`
    );
  }
  return new StartProblem('disk', `数据文件夹 ${folder} 里的数据打不开，可能已损坏。请从备份恢复这个文件夹，再启动。`);
}
