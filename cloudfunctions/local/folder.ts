import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from '../store/errors';

/**
 * Makes a folder and what is missing above it, one after another: Node's own `recursive` never comes back where a
 * file system like /proc refuses to make one.
 * Errors: StartProblem 'folder'.
 */
export function makeFolder(folder: string): string {
  try {
    make(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return folder;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '原因不明';
    throw new StartProblem(
      'folder',
      `数据文件夹 ${folder} 不能读写（${code}）。请检查它的权限和磁盘空间，或用设置 DATA_DIR 换一个文件夹，再启动。`
    );
  }
}

function make(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (path.dirname(folder) !== folder) make(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
