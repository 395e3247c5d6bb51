import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprint, root } from '../../config/build/stale';

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'yingtong-stale-'));
  mkdirSync(path.join(copy, 'src/domain'), { recursive: true });
  mkdirSync(path.join(copy, 'cloudfunctions'), { recursive: true });
  cpSync(path.join(root, 'config'), path.join(copy, 'config'), { recursive: true });
  writeFileSync(path.join(copy, 'src/domain/a.ts'), 'export const a = 1;');
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

const prints = () => [fingerprint('h5', copy), fingerprint('functions', copy)];
const changed = (write: () => void) => {
  const before = prints();
  write();
  return prints().map((print, index) => print !== before[index]);
};

test.each([
  ['a line of the domain', 'src/domain/a.ts', [true, true]],
  ['a page', 'src/page.tsx', [true, false]],
  ['a cloud function', 'cloudfunctions/a.ts', [false, true]],
  ['a page the README names', 'docs.md', [false, false]],
  ['which phones are promised', '.browserslistrc', [true, false]],
])('after %s is changed (%s) what uses it asks for a new build', (_, file, expected) => {
  expect(changed(() => writeFileSync(path.join(copy, file), 'changed'))).toEqual(expected);
});

test('the same content at another time asks for nothing', () => {
  expect(changed(() => writeFileSync(path.join(copy, 'src/domain/a.ts'), 'export const a = 1;'))).toEqual([
    false,
    false,
  ]);
});
