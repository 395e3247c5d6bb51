import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..');
const cruise = (cwd: string) =>
  spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      path.join(cwd, '.dependency-cruiser.cjs'),
      '--output-type',
      'err',
      ...['src', 'cloudfunctions', 'config'].filter((folder) => existsSync(path.join(cwd, folder))),
    ],
    { cwd, encoding: 'utf8' }
  );

test('every import keeps to the rules of place', () => {
  const { status, stdout, stderr } = cruise(root);
  expect(`${stdout}${stderr}`).toContain('no dependency violations found');
  expect(status).toBe(0);
});

describe('the rules of place refuse', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'yingtong-place-'));
    for (const name of ['tsconfig.json', '.dependency-cruiser.cjs', 'node_modules'])
      symlinkSync(path.join(root, name), path.join(folder, name));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (file: string, text: string) => {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };

  test.each([
    ['src/domain/form/a.ts', '../codes/b', 'src/domain/codes/b.ts', 'domain-form-knows-only-what-comes-before'],
    ['src/resident/a.ts', '../enumerator/b', 'src/enumerator/b.ts', 'one-kind-of-user-one-package'],
    ['src/ui/a.ts', '../console/b', 'src/console/b.ts', 'console-stays-in-the-browser'],
    ['src/platform/a.ts', '../../cloudfunctions/b', 'cloudfunctions/b.ts', 'client-never-imports-functions'],
    ['cloudfunctions/collect/a.ts', '../../src/ui/b', 'src/ui/b.ts', 'functions-know-only-the-domain'],
    ['cloudfunctions/runtime/a.ts', '../collect/b', 'cloudfunctions/collect/b.ts', 'runtime-never-imports-a-subject'],
  ])('%s importing %s', (from, specifier, to, rule) => {
    write(from, `import { b } from '${specifier}';\nexport const a = b;\n`);
    write(to, 'export const b = 1;\n');
    const { status, stdout } = cruise(folder);
    expect(stdout).toContain(rule);
    expect(status).not.toBe(0);
  });
});

test('the rules of place refuse two files that need each other', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yingtong-circle-'));
  for (const name of ['tsconfig.json', '.dependency-cruiser.cjs', 'node_modules'])
    symlinkSync(path.join(root, name), path.join(folder, name));
  mkdirSync(path.join(folder, 'src'));
  writeFileSync(path.join(folder, 'src/a.ts'), "import { b } from './b';\nexport const a = () => b;\n");
  writeFileSync(path.join(folder, 'src/b.ts'), "import { a } from './a';\nexport const b = () => a;\n");
  const { status, stdout } = cruise(folder);
  rmSync(folder, { recursive: true, force: true });
  expect(stdout).toContain('no-circles');
  expect(status).not.toBe(0);
});

test('nothing of the console or its libraries is in the WeChat build', () => {
  const dist = path.join(root, 'dist/weapp');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => file.startsWith('console'))).toEqual([]);
  const telling = /ant-table|ant-design|zrender|echarts/;
  const scripts = files.filter((file) => /\.(js|json|wxss)$/.test(file));
  expect(scripts.filter((file) => telling.test(readFileSync(path.join(dist, file), 'utf8')))).toEqual([]);
});
