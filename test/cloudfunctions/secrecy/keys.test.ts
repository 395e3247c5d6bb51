import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileKeys, newKeysText, openSecrecy, readKeys, withNewKey } from '../../../cloudfunctions/secrecy';

const now = new Date('2018-01-02T03:04:05Z');
const later = new Date('2018-06-02T03:04:05Z');
const place = { county: '522732', table: 'person', row: 'p_1', column: 'phone' };

describe('keys as text', () => {
  test('are read as JSON and as base64', async () => {
    const text = newKeysText(now);
    const plain = openSecrecy(await readKeys(text, '设置 SECRETS_KEYS'));
    const packed = openSecrecy(await readKeys(Buffer.from(text).toString('base64'), '设置 SECRETS_KEYS'));
    expect(packed.open(plain.seal('示例', place), place)).toBe('示例');
    expect(newKeysText(now)).not.toBe(text);
  });

  test('grow by a new key and keep the old one', async () => {
    const text = newKeysText(now);
    const grown = withNewKey(text, 'seal', later, '文件');
    const before = openSecrecy(await readKeys(text, '文件'));
    const after = openSecrecy(await readKeys(grown, '文件'));
    const sealed = before.seal('示例', place);
    expect(after.open(sealed, place)).toBe('示例');
    expect(after.isStale(sealed)).toBe(true);
    expect(after.index('phone', '13800000000')).toEqual(before.index('phone', '13800000000'));
    expect(() => withNewKey(grown, 'seal', later, '文件')).toThrow('已经换过一次密钥');
  });

  test('may be wrapped by a key service', async () => {
    const keys = JSON.parse(newKeysText(now));
    const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
    const wrapped = keys.keys.map((key: { secret: string }) => ({
      ...key,
      secret: turned(Buffer.from(key.secret, 'base64')).toString('base64'),
      wrapped: true,
    }));
    const text = JSON.stringify({ ...keys, keys: wrapped });
    const opened = openSecrecy(await readKeys(text, '设置', async (bytes) => turned(bytes)));
    const plain = openSecrecy(await readKeys(JSON.stringify(keys), '设置'));
    expect(opened.open(plain.seal('示例', place), place)).toBe('示例');
    await expect(readKeys(text, '设置')).rejects.toMatchObject({ code: 'keys' });
  });

  const good = JSON.parse(newKeysText(now));
  const [first, second] = good.keys;
  test.each([
    ['nothing', ''],
    ['no JSON', 'TOP-SECRET'],
    ['other JSON', '{"TOP-SECRET": 1}'],
    ['no keys', { ...good, keys: [] }],
    ['a short secret', { ...good, keys: [{ ...first, secret: 'VE9QLVNFQ1JFVA==' }, second] }],
    ['a secret that is not base64', { ...good, keys: [{ ...first, secret: 'TOP SECRET' }, second] }],
    ['an unknown current key', { ...good, current: { ...good.current, seal: 'TOP-SECRET' } }],
    ['a current key of the other purpose', { ...good, current: { seal: second.id, index: second.id } }],
    ['two keys of one name', { ...good, keys: [first, second, first] }],
    ['one secret under two names', { ...good, keys: [first, { ...second, secret: first.secret }] }],
    ['a strange name', { ...good, keys: [{ ...first, id: 'a b' }, second] }],
    ['something more', { ...good, more: 'TOP-SECRET' }],
  ])('with %s are refused in one sentence that shows none of it', async (_what, keys) => {
    const text = typeof keys === 'string' ? keys : JSON.stringify(keys);
    const error: unknown = await readKeys(text, '设置 SECRETS_KEYS').catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'StartProblem', code: 'keys' });
    const sentence = (error as { sentence: string }).sentence;
    expect(sentence).toMatch(/^设置 SECRETS_KEYS 里的加密密钥不对：.*。$/);
    expect(sentence).not.toMatch(/TOP|VE9Q/);
    expect(sentence).not.toContain(first.secret);
  });
});

describe('the key file of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'yingtong-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const file = () => path.join(folder, 'keys', 'keys.json');

  test('is made at the first start for its owner only, and kept', async () => {
    const first = openSecrecy(await fileKeys(folder, now));
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const text = readFileSync(file(), 'utf8');
    const again = openSecrecy(await fileKeys(folder, later));
    expect(readFileSync(file(), 'utf8')).toBe(text);
    expect(again.open(first.seal('示例', place), place)).toBe('示例');
  });

  test('is made once when two start together', async () => {
    const [a, b] = (await Promise.all([fileKeys(folder, now), fileKeys(folder, now)])).map((keys) => openSecrecy(keys));
    expect(b?.open(a?.seal('示例', place) ?? Buffer.alloc(0), place)).toBe('示例');
  });

  test('that others may read is closed to them again', async () => {
    await fileKeys(folder, now);
    chmodSync(file(), 0o644);
    await fileKeys(folder, now);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test('that is damaged stops the start and is left as it is', async () => {
    await fileKeys(folder, now);
    writeFileSync(file(), '{');
    await expect(fileKeys(folder, now)).rejects.toMatchObject({
      code: 'keys',
      sentence: expect.stringContaining(file()),
    });
    expect(readFileSync(file(), 'utf8')).toBe('{');
  });

  test('that cannot be made stops the start with a sentence', async () => {
    writeFileSync(path.join(folder, 'keys'), 'a file');
    await expect(fileKeys(folder, now)).rejects.toMatchObject({ name: 'StartProblem', code: 'folder' });
    rmSync(path.join(folder, 'keys'));
    mkdirSync(file(), { recursive: true });
    await expect(fileKeys(folder, now)).rejects.toMatchObject({ name: 'StartProblem', code: 'folder' });
  });
});
