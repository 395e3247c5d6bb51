import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localEdges } from '../../../cloudfunctions/edges/local/edges';
import { fileCipher } from '../../../cloudfunctions/edges/local/file-cipher';
import { sweepFiles } from '../../../cloudfunctions/edges/local/files';
import type { Message } from '../../../cloudfunctions/edges/ports';
import { type Keys, keySet, newKeysText, readKeys } from '../../../cloudfunctions/secrecy';
import { statementLog } from '../../doubles/statement-log';

const message: Message<'reminder'> = {
  accountId: 'acc_1',
  openid: null,
  template: 'reminder',
  page: 'resident/home/index',
  data: { matter: '就业信息申报', deadline: '2018-03-31', from: '中海村', note: '请抽空填写' },
};

let keys: Keys;
let folder: string;
let now: number;
const clock = { now: () => new Date(now) };
const edgesWith = (remaining?: number) => {
  const { store, statements } = statementLog(remaining === undefined ? [] : [{ remaining }]);
  return {
    edges: localEdges({
      store,
      clock,
      countyCode: '522732',
      folder,
      cipher: fileCipher(keys),
      address: () => 'http://127.0.0.1:8080',
    }),
    statements,
  };
};
async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}
const read = async (content: AsyncIterable<Uint8Array>) => {
  let text = '';
  for await (const piece of content) text += Buffer.from(piece).toString();
  return text;
};

beforeEach(async () => {
  keys = await readKeys(newKeysText(new Date()), 'test');
  folder = await mkdtemp(path.join(tmpdir(), 'files-'));
  now = Date.parse('2018-02-01T04:00:00Z');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the outtray', () => {
  it.each([
    [2, 'sent'],
    [0, 'no-subscription'],
    [undefined, 'no-subscription'],
  ])('with %s consents left a message counts as %s, and its row is there either way', async (remaining, result) => {
    const { edges, statements } = edgesWith(remaining);
    expect(await edges.messages.send(message)).toBe(result);
    expect(statements.find(({ sql }) => sql.startsWith('INSERT INTO message'))?.params).toContain(result);
  });
});

describe('a file from the browser', () => {
  it('arrives under its ticket, once', async () => {
    const { files } = edgesWith().edges;
    const { fileId, url } = await files.uploadTicket({ name: '名册.csv', maximumBytes: 100 });
    const ticket = url.replace('/upload/', '');
    await files.acceptUpload(ticket, pieces('户号,', '姓名\n'));
    expect(await read(files.read(fileId))).toBe('户号,姓名\n');
    expect(await read(files.read(fileId, 7))).toBe('姓名\n');
    await expect(files.acceptUpload(ticket, pieces('again'))).rejects.toMatchObject({ code: 'file.ticket' });
  });

  it('may be tried again after the line broke, and leaves nothing half-done', async () => {
    const { files } = edgesWith().edges;
    const { fileId, url } = await files.uploadTicket({ name: 'a.csv', maximumBytes: 100 });
    const ticket = url.replace('/upload/', '');
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('connection reset');
    }
    await expect(files.acceptUpload(ticket, broken())).rejects.toThrow('connection reset');
    expect(await readdir(folder)).toEqual([]);
    await files.acceptUpload(ticket, pieces('whole'));
    expect(await read(files.read(fileId))).toBe('whole');
  });

  it('is refused when it is longer than allowed, and nothing stays', async () => {
    const { files } = edgesWith().edges;
    const { url } = await files.uploadTicket({ name: 'a.csv', maximumBytes: 1024 * 1024 });
    const tooLong = pieces('x'.repeat(1024 * 1024), 'y');
    await expect(files.acceptUpload(url.replace('/upload/', ''), tooLong)).rejects.toMatchObject({
      code: 'file.oversize',
      message: expect.stringContaining('1 MB'),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('that the disk has no room for is told as such, and nothing stays', async () => {
    const { files } = edgesWith().edges;
    const { url } = await files.uploadTicket({ name: 'a.csv', maximumBytes: 10 });
    async function* full(): AsyncGenerator<Buffer> {
      yield Buffer.from('a');
      throw Object.assign(new Error('write failed'), { code: 'ENOSPC' });
    }
    await expect(files.acceptUpload(url.replace('/upload/', ''), full())).rejects.toMatchObject({ code: 'file.full' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused half an hour after the ticket was given', async () => {
    const { files } = edgesWith().edges;
    const { url } = await files.uploadTicket({ name: 'a.csv', maximumBytes: 10 });
    now += 30 * 60_000;
    await expect(files.acceptUpload(url.replace('/upload/', ''), pieces('a'))).rejects.toMatchObject({
      code: 'file.ticket',
    });
  });
});

describe('a file for the browser', () => {
  it('is served once under the asked name, and not after its time', async () => {
    const { files } = edgesWith().edges;
    const fileId = await files.put('x.csv', Buffer.from('姓名'));
    const once = (await files.downloadUrl(fileId, '存疑行.csv', 60)).replace('/file/', '');
    const download = await files.openDownload(once);
    expect([download.name, download.bytes, await read(download.content)]).toEqual(['存疑行.csv', 6, '姓名']);
    await expect(files.openDownload(once)).rejects.toMatchObject({ code: 'file.ticket' });
    const late = (await files.downloadUrl(fileId, 'x', 60)).replace('/file/', '');
    now += 60_000;
    await expect(files.openDownload(late)).rejects.toMatchObject({ code: 'file.ticket' });
  });

  it('is gone when deleted, and deleting twice is no error', async () => {
    const { files } = edgesWith().edges;
    const fileId = await files.put('x.csv', pieces('a'));
    await files.delete([fileId]);
    await files.delete([fileId]);
    await expect(read(files.read(fileId))).rejects.toMatchObject({ code: 'found.nothing' });
  });

  it.each(['../secret', 'file_../../etc/passwd', '/etc/passwd', ''])('cannot be asked for as «%s»', async (fileId) => {
    await expect(read(edgesWith().edges.files.read(fileId))).rejects.toMatchObject({ code: 'found.nothing' });
  });
});

describe('a file on the disk', () => {
  const register = `户号,公民身份号码\n${'0001,522732199001019990\n'.repeat(5000)}`;

  it('cannot be read without the keys, and from any place with them', async () => {
    const { files } = edgesWith().edges;
    const fileId = await files.put('名册.csv', pieces(register.slice(0, 70_001), register.slice(70_001)));
    const onDisk = await readFile(path.join(folder, fileId));
    expect(onDisk.includes('522732199001019990')).toBe(false);
    const whole = Buffer.from(register);
    for (const offset of [0, 1, 15, 16, 17, 65_536, 70_003, whole.length - 1, whole.length]) {
      const read: Buffer[] = [];
      for await (const piece of files.read(fileId, offset)) read.push(Buffer.from(piece));
      expect(Buffer.concat(read).equals(whole.subarray(offset))).toBe(true);
    }
  });

  it('is opened after the keys were changed, while the old one is kept', async () => {
    const fileId = await edgesWith().edges.files.put('a.csv', Buffer.from('姓名'));
    const old = [keys.current('seal'), keys.current('index')];
    const fresh = { id: 's2', purpose: 'seal' as const, secret: Buffer.alloc(32, 7) };
    keys = keySet([...old, fresh], { seal: 's2', index: keys.current('index').id });
    expect(await read(edgesWith().edges.files.read(fileId))).toBe('姓名');
    keys = await readKeys(newKeysText(new Date(0)), 'test');
    await expect(read(edgesWith().edges.files.read(fileId))).rejects.toMatchObject({ code: 'found.nothing' });
  });

  it('is put under the new key by the rotation, keeps its age, and opens without the old one', async () => {
    const { edges } = edgesWith();
    const fileIds = [
      await edges.files.put('名册.csv', Buffer.from('digits '.repeat(50_000))),
      await edges.files.put('名册.csv', pieces('韦', '小明')),
    ];
    const long = new Date('2018-01-20T00:00:00Z');
    for (const fileId of fileIds) await utimes(path.join(folder, fileId), long, long);
    const [older] = keys.all('seal');
    const newer = { id: 's2', purpose: 'seal' as const, secret: Buffer.alloc(32, 9) };
    const index = keys.current('index');
    if (older === undefined) throw new Error('there is no key');
    keys = keySet([newer, older, index], { seal: 's2', index: index.id });
    const rotating = edgesWith().edges.files;
    const begun = read(rotating.read(fileIds[0] ?? ''));
    expect(await rotating.renewKeys('', 60_000)).toEqual({ renewed: 2, last: null });
    expect(await begun).toBe('digits '.repeat(50_000));
    expect(await rotating.renewKeys('', 60_000)).toEqual({ renewed: 0, last: null });
    const [first] = [...fileIds].sort();
    expect(await rotating.renewKeys('', -1)).toEqual({ renewed: 0, last: '' });
    expect(await rotating.renewKeys(first ?? '', 60_000)).toEqual({ renewed: 0, last: null });
    keys = keySet([newer, index], { seal: 's2', index: index.id });
    const { files } = edgesWith().edges;
    expect(await read(files.read(fileIds[0] ?? ''))).toBe('digits '.repeat(50_000));
    expect(await read(files.read(fileIds[1] ?? '', 3))).toBe('小明');
    expect((await stat(path.join(folder, fileIds[0] ?? ''))).mtimeMs).toBe(long.getTime());
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('is not the same twice', async () => {
    const { files } = edgesWith().edges;
    const ids = [await files.put('a', Buffer.from('姓名')), await files.put('a', Buffer.from('姓名'))];
    const [one, other] = await Promise.all(ids.map((id) => readFile(path.join(folder, id))));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false);
  });

  it('goes when its time is over, and half of one goes at the next start', async () => {
    const { files } = edgesWith().edges;
    const [kept, old] = [await files.put('a.csv', Buffer.from('a')), await files.put('b.csv', Buffer.from('b'))];
    const longAgo = new Date(now - 31 * 86_400_000);
    await utimes(path.join(folder, kept), clock.now(), clock.now());
    await utimes(path.join(folder, old), longAgo, longAgo);
    await writeFile(path.join(folder, 'file_half.part'), 'half');
    await sweepFiles(folder, clock);
    expect(await readdir(folder)).toEqual([kept]);
  });
});

it('a mini-program code is a QR code of the browser’s address', async () => {
  const { bytes, contentType } = await edgesWith().edges.miniProgramCode.unlimited({
    page: 'resident/home/index',
    scene: 'n=1',
  });
  expect(contentType).toBe('image/svg+xml');
  expect(bytes.toString()).toMatch(/^<svg/);
});

it.each([
  ['local:13800138000', '13800138000'],
  ['local:12800138000', null],
  ['abcdef', null],
])('the typed number %s is taken as %s', async (code, number) => {
  expect(await edgesWith().edges.phoneNumbers.exchange(code)).toBe(number);
});
