import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import {
  addressOf as address,
  ask,
  buildFunctions,
  countySigned,
  emptyFolder,
  endAll,
  ended,
  exitCode,
  removeFolder,
  type Started,
  startLocal,
  until,
} from '../../support/local-process';

let built: string;
let data: string;

beforeAll(async () => {
  built = await buildFunctions();
}, 120_000);
afterAll(() => removeFolder(built));
beforeEach(() => {
  data = emptyFolder();
});
afterEach(async () => {
  await endAll();
  removeFolder(data);
});

const start = (words: string[] = [], env: Record<string, string> = {}, where = built): Started =>
  startLocal(where, words, { DATA_DIR: data, ...env });

describe('a first start', () => {
  it('fills the county, logs no identity, and a later one finds the same people and whoever was signed in', async () => {
    const first = start(['--people', '300']);
    const base = await address(first);
    const signed = await countySigned(base);
    const before = await ask(base, 'office.progress', { divisionCode: '522732' }, signed);
    // Weeks of collecting already lie behind the invented county.
    expect(before.value.total).toMatchObject({ people: 300, collected: expect.any(Number) });
    expect(first.said()).toContain('断电');
    await ask(base, 'account.bindSelf', { name: '韦示例', idNumber: '522732199001019990' }, signed);
    await ended(first.process, 'SIGTERM');
    expect([first.process.exitCode, first.said()]).toEqual([0, expect.stringContaining('已停止。')]);
    expect(first.said()).toContain('account.bindSelf');
    expect(first.said()).not.toMatch(new RegExp(`${signed.session}|522732199001019990|韦示例`));
    expect(first.complained()).toBe('');

    const second = start(['--people', '400']);
    const again = await address(second);
    expect(second.said()).toContain('已有 300 人的演示县');
    expect((await ask(again, 'office.progress', { divisionCode: '522732' }, signed)).value).toEqual(before.value);
  }, 120_000);

  it('killed in the middle of filling leaves nothing half-done: the next one fills from the beginning', async () => {
    const killed = start(['--people', '30000']);
    await until(() => killed.said().includes('正在生成'), killed.said);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await ended(killed.process, 'SIGKILL');
    expect(killed.said()).not.toContain('已生成。');
    const next = start(['--people', '300']);
    const base = await address(next);
    const { value } = await ask(base, 'office.progress', { divisionCode: '522732' }, await countySigned(base));
    expect(value.total).toMatchObject({ people: 300 });
  }, 120_000);
});

describe('what keeps it from starting is one sentence, and the exit code is not 0', () => {
  const refused = async (started: Started): Promise<string> => {
    expect(await exitCode(started)).toBe(1);
    expect(started.complained()).toMatch(/^[^\n]+。\n$/);
    expect(started.said()).toBe('');
    return started.complained();
  };

  it('a port in use, and no data is touched', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refused(start([], { PORT: String(port) }))).toContain(`端口 ${port} 已被别的程序占用`);
    expect(existsSync(path.join(data, 'postgres'))).toBe(false);
    other.close();
  }, 60_000);

  it('a folder that another start uses, or that a newer version kept', async () => {
    const first = start(['--people', '100']);
    await address(first);
    expect(await refused(start(['--people', '100']))).toContain('正被另一个程序使用');
    await ended(first.process, 'SIGTERM');
    writeFileSync(path.join(data, 'postgres/PG_VERSION'), '99\n');
    expect(await refused(start())).toContain('另一个版本');
    expect(readFileSync(path.join(data, 'postgres/PG_VERSION'), 'utf8')).toBe('99\n');
  }, 120_000);

  it.each(['/proc/nowhere/deep', '/dev/null'])(
    'a folder that cannot be written: %s',
    async (folder) => {
      expect(await refused(start([], { DATA_DIR: folder }))).toContain('不能读写');
    },
    30_000
  );

  it.each([
    ['a setting', () => start([], { COUNTY_CODE: 'sandu' }), '设置 COUNTY_CODE'],
    ['a word', () => start(['--peple', '5']), '不认识“--peple”'],
    ['production without its own settings', () => start([], { NODE_ENV: 'production' }), '设置 DATABASE_URL'],
    ['pages that were not built', () => start([], {}, '/nowhere'), 'npm run build:h5'],
    [
      'a database that is not there',
      () => start([], { DATABASE_URL: 'postgresql://u:hunter2@127.0.0.1:1/x' }),
      '连不上数据库',
    ],
  ])(
    '%s',
    async (_what, begin, words) => {
      const sentence = await refused(begin());
      expect(sentence).toContain(words);
      expect(sentence).not.toContain('hunter2');
    },
    30_000
  );
});
