import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { boot, dist } from './harness';

/** These runs are worth something only if a mini-program that is broken makes them fail. */
describe('a mini-program whose templates lost their taps', () => {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'yingtong-weapp-')), 'dist/weapp');
  beforeAll(() => {
    cpSync(dist, copy, { recursive: true });
    const templates = path.join(copy, 'base.wxml');
    const whole = readFileSync(templates, 'utf8');
    const deaf = whole.replace(/ (?:bind|catch):?tap="[^"]*"/g, '');
    expect(deaf.length).toBeLessThan(whole.length);
    writeFileSync(templates, deaf);
  });
  afterAll(() => rmSync(path.resolve(copy, '../..'), { recursive: true, force: true }));

  test('does not answer, and the run says so', async () => {
    const app = boot(undefined, copy);
    await app.openPage('resident/home/index');
    await app.tap('text-size');
    await expect(app.sees('标准字')).rejects.toThrow('Expected “标准字”');
  });
});
