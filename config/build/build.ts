/** Builds what changed since the last build: `tsx config/build/build.ts h5 functions`; `--force` builds regardless. */
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeServiceWorker } from './service-worker';
import { fingerprint, isStale, markBuilt, root, type Target } from './stale';

const commands: Record<Target, string[]> = {
  h5: ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'h5'],
  weapp: ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'weapp'],
  functions: ['--import', 'tsx', 'config/functions.ts'],
};

/** @returns whether the target is there and up to date afterwards; the compiler's output is shown only when it failed */
export function build(target: Target, { force = false } = {}): boolean {
  if (!force && !isStale(target)) return true;
  process.stdout.write(`Building ${target} …\n`);
  const from = fingerprint(target);
  const into = `dist/.building/${target}-${process.pid}`;
  const run = spawnSync(process.execPath, commands[target], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NODE_ENV: 'production', BUILD_INTO: into },
  });
  const output = `${run.stdout}${run.stderr}`;
  if (run.status !== 0 || /Failed to compile|compiled with \d+ error|● Webpack.*errors?/i.test(output)) {
    process.stdout.write(readable(output));
    rmSync(path.join(root, into), { recursive: true, force: true });
    return false;
  }
  if (target === 'h5' && existsSync(path.join(root, into))) writeServiceWorker(path.join(root, into));
  if (existsSync(path.join(root, into))) takeThePlace(into, `dist/${target}`);
  markBuilt(target, from);
  return true;
}

/** A cloud that is serving the old build goes on doing so until the new one is whole. */
function takeThePlace(built: string, place: string): void {
  const old = `${built}-old`;
  if (existsSync(path.join(root, place))) renameSync(path.join(root, place), path.join(root, old));
  renameSync(path.join(root, built), path.join(root, place));
  rmSync(path.join(root, old), { recursive: true, force: true });
}

/** Without the colours and the moving progress bar, which drown the reason. */
function readable(output: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
  const lines = output.replace(/\u001b\[[\d;]*[A-Za-z]/g, '').split('\n');
  return lines
    .filter((line, index) => line.trim() && !line.includes('█') && !lines[index - 1]?.includes('█'))
    .join('\n');
}

if (process.argv[1] && path.resolve(process.argv[1]) === __filename) {
  const targets = process.argv.slice(2).filter((word): word is Target => word in commands);
  const force = process.argv.includes('--force');
  process.exitCode = targets.map((target) => build(target, { force })).every(Boolean) ? 0 : 1;
}
