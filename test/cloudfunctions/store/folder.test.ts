import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openFolder } from '../../../cloudfunctions/store/pglite/folder';
import { takeLock } from '../../../cloudfunctions/store/pglite/lock';

let folder: string;
/** A folder after its first start: making one takes seconds, copying it does not. */
let made: string;
const emptyFolder = (): string => mkdtempSync(path.join(tmpdir(), 'yingtong-folder-'));

beforeAll(async () => {
  made = emptyFolder();
  await (await openFolder(made)).close();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));
beforeEach(() => {
  folder = emptyFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a data folder', () => {
  beforeEach(() => cpSync(made, folder, { recursive: true }));

  test('keeps what was written, and lets one process in at a time', async () => {
    const store = await openFolder(folder);
    await store.read((db) => db.script('CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)'));
    await expect(openFolder(folder)).rejects.toMatchObject({ code: 'locked' });
    await store.close();

    const again = await openFolder(folder);
    expect(await again.read((db) => db.one('SELECT id FROM kept'))).toEqual({ id: 7 });
    await again.close();
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  });

  test('keeps every row that was acknowledged before its process was killed', async () => {
    const script = `
      const { openFolder } = require(${JSON.stringify(path.resolve('cloudfunctions/store/pglite/folder.ts'))});
      openFolder(process.argv[1]).then(async (store) => {
        await store.read((db) => db.script('CREATE TABLE kept (id int)'));
        for (let id = 1; ; id += 1) {
          await store.read((db) => db.run('INSERT INTO kept VALUES ($1)', [id]));
          require('node:fs').writeSync(1, id + '\\n');
        }
      });`;
    const other = spawn(process.execPath, ['--import', 'tsx', '-e', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    const enough = new Promise<void>((resolve) => {
      other.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.length > 3000) resolve();
      });
    });
    await enough;
    const exited = new Promise((resolve) => other.once('close', resolve));
    other.kill('SIGKILL');
    await exited;

    const acknowledged = Number(said.trim().split('\n').at(-1));
    expect(acknowledged).toBeGreaterThan(500);
    const store = await openFolder(folder);
    const row = await store.read((db) => db.one<{ kept: number }>('SELECT count(DISTINCT id) AS kept FROM kept'));
    expect(row?.kept).toBeGreaterThanOrEqual(acknowledged);
    await store.close();
  });

  test('whose first start was killed half-way begins anew', async () => {
    rmSync(path.join(folder, 'postgres.ready'));
    rmSync(path.join(folder, 'postgres', 'global'), { recursive: true });
    const again = await openFolder(folder);
    expect(await again.read((db) => db.one('SELECT 1 AS ready'))).toEqual({ ready: 1 });
    await again.close();
  });

  test('of another PostgreSQL is left alone, with a sentence', async () => {
    writeFileSync(path.join(folder, 'postgres', 'PG_VERSION'), '19\n');
    await expect(openFolder(folder)).rejects.toMatchObject({
      code: 'newer',
      sentence: expect.stringMatching(/^数据文件夹 .* 是由另一个版本的程序保存的.*数据不会受影响。$/),
    });
    expect(readFileSync(path.join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe('19\n');
  });

  test('that is damaged is refused with a sentence, and released', async () => {
    writeFileSync(path.join(folder, 'postgres', 'global', 'pg_control'), 'damaged');
    await expect(openFolder(folder)).rejects.toMatchObject({ code: 'disk' });
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  });

  test('that is a file is refused with a sentence that names it', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    await expect(openFolder(file)).rejects.toMatchObject({ code: 'folder', sentence: expect.stringContaining(file) });
    await expect(openFolder(path.join(file, 'below'))).rejects.toMatchObject({ code: 'folder' });
  });
});

describe('the lock', () => {
  const file = () => path.join(folder, 'lock');

  test('of a killed process is taken over', async () => {
    const script = `
      const { takeLock } = require(${JSON.stringify(path.resolve('cloudfunctions/store/pglite/lock.ts'))});
      console.log(takeLock(process.argv[1]) ? 'held' : 'refused');
      setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--import', 'tsx', '-e', script, file()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await Promise.all([firstWords(other.stdout)]);
    expect(said).toBe('held\n');
    expect(takeLock(file())).toBeUndefined();

    other.kill('SIGKILL');
    await new Promise((resolve) => other.once('exit', resolve));
    const own = takeLock(file());
    expect(own).toBeDefined();
    own?.release();
    expect(existsSync(file())).toBe(false);
  });

  test('of a process whose number was given to another one is taken over', () => {
    const first = takeLock(file());
    const holder = JSON.parse(readFileSync(file(), 'utf8'));
    writeFileSync(file(), JSON.stringify({ ...holder, began: '1' }));
    expect(takeLock(file())).toBeDefined();
    first?.release();
  });

  test('from before the machine restarted, or that is not a lock at all, is taken over', () => {
    writeFileSync(file(), JSON.stringify({ pid: process.pid, host: hostname(), boot: 'before', began: '' }));
    takeLock(file())?.release();
    expect(existsSync(file())).toBe(false);
    writeFileSync(file(), '');
    takeLock(file())?.release();
    expect(existsSync(file())).toBe(false);
  });

  test('of another machine holds while its heart beats', () => {
    writeFileSync(file(), JSON.stringify({ pid: 1, host: 'another', boot: 'b', began: '' }));
    expect(takeLock(file())).toBeUndefined();
  });

  test('is given to one of many who come at once', async () => {
    const first = takeLock(file());
    expect(first).toBeDefined();
    const others = await Promise.all(Array.from({ length: 20 }, async () => takeLock(file())));
    expect(others.filter(Boolean)).toEqual([]);
    first?.release();
    await pause(1);
    const second = takeLock(file());
    first?.release();
    expect(existsSync(file())).toBe(true);
    second?.release();
  });
});

function firstWords(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => stream.once('data', (chunk: Buffer) => resolve(chunk.toString())));
}
