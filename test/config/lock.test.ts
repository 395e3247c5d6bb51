import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../config/build/stale';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yingtong-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function completed(packages: Record<string, object>): Record<string, object> {
  const file = path.join(folder, 'package-lock.json');
  writeFileSync(file, JSON.stringify({ lockfileVersion: 3, packages }));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'config/commands/lock.ts', file], { cwd: root });
  expect(status).toBe(0);
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

const fast = (version: string) => ({ version, optionalDependencies: { '@fast/darwin-arm64': version } });

test('a binary of another system that npm left out is named, with the system it is for', () => {
  expect(completed({ 'node_modules/fast': fast('1.2.3') })['node_modules/@fast/darwin-arm64']).toEqual({
    version: '1.2.3',
    optional: true,
    os: ['darwin'],
    cpu: ['arm64'],
  });
});

test('one of the wrong version at the top gets the right one below its owner', () => {
  const packages = completed({
    'node_modules/fast': fast('2.0.0'),
    'node_modules/@fast/darwin-arm64': { version: '1.2.3' },
  });
  expect(packages['node_modules/@fast/darwin-arm64']).toEqual({ version: '1.2.3' });
  expect(packages['node_modules/fast/node_modules/@fast/darwin-arm64']).toMatchObject({ version: '2.0.0' });
});

test('what is there stays as it is', () => {
  const whole = { 'node_modules/@fast/darwin-arm64': { version: '1.2.3' }, 'node_modules/fast': fast('1.2.3') };
  expect(completed(whole)).toEqual(whole);
});
