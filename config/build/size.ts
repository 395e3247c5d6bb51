/** Weighs the WeChat packages as they would be uploaded and fails when one is over its budget. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './stale';

const MB = 1024 * 1024;
const budget = { main: 1.0 * MB, subpackage: 0.6 * MB };
const folder = path.join(root, 'dist/weapp');

interface AppJson {
  subPackages: { root: string }[];
}
interface Weight {
  name: string;
  bytes: number;
  limit: number;
}

/** @throws when the mini-program has not been built */
export function weights(): Weight[] {
  if (!existsSync(path.join(folder, 'app.json')))
    throw new Error('dist/weapp is missing: run npm run build:weapp first.');
  const app: AppJson = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8'));
  const roots = app.subPackages.map(({ root: name }) => name.replace(/\/$/, ''));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(
      (file) => statSync(path.join(folder, file)).isFile() && !file.endsWith('.map') && !file.endsWith('LICENSE.txt')
    );
  const owner = (file: string): string => roots.find((name) => file.startsWith(`${name}/`)) ?? 'main';
  return ['main', ...roots].map((name) => ({
    name,
    bytes: files
      .filter((file) => owner(file) === name)
      .reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0),
    limit: name === 'main' ? budget.main : budget.subpackage,
  }));
}

export function report(list: Weight[]): string {
  return list
    .map(({ name, bytes, limit }) => {
      const verdict = bytes > limit ? 'OVER BUDGET' : 'ok';
      return `${name.padEnd(12)} ${(bytes / 1024).toFixed(0).padStart(6)} KB of ${(limit / 1024).toFixed(0).padStart(5)} KB  ${verdict}`;
    })
    .join('\n');
}

if (process.argv[1] && path.resolve(process.argv[1]) === __filename) {
  const list = weights();
  console.log(report(list));
  if (list.some(({ bytes, limit }) => bytes > limit)) process.exitCode = 1;
}
