import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request as rawRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCaller } from '../../../cloudfunctions/edges/identity';
import { fileCipher } from '../../../cloudfunctions/edges/local/file-cipher';
import { localFiles } from '../../../cloudfunctions/edges/local/files';
import { type Listening, listen } from '../../../cloudfunctions/local/server';
import { site } from '../../../cloudfunctions/local/site';
import type { LogLine } from '../../../cloudfunctions/runtime/log';
import type { Main } from '../../../cloudfunctions/runtime/serve';
import { newKeysText, readKeys } from '../../../cloudfunctions/secrecy';

const clock = { now: () => new Date('2018-02-01T04:00:00Z') };
const inline = 'document.title="应统"';
const script = `/*${'x'.repeat(3000)}*/console.log(1)`;

let folder: string;
let server: Listening;
let files: ReturnType<typeof localFiles>;
let lines: LogLine[];
const functions = new Map<string, Main>([
  ['account', async (event, context) => ({ ok: true, value: { event, caller: readCaller(event, context) } })],
  ['register', async () => ({ ok: true, value: 'x'.repeat(7 * 1024 * 1024) })],
  [
    'office',
    async () => {
      throw new TypeError('idNumber 522732199001019990 is odd');
    },
  ],
]);

const post = (name: string, body: string) => fetch(`${server.address}/fn/${name}`, { method: 'POST', body });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'site-'));
  await mkdir(path.join(folder, 'h5/js'), { recursive: true });
  await mkdir(path.join(folder, 'files'));
  await writeFile(
    path.join(folder, 'h5/index.html'),
    `<html><script>${inline}</script><script src="js/app.0a1b2c3d.js"></script></html>`
  );
  await writeFile(path.join(folder, 'h5/js/app.0a1b2c3d.js'), script);
  await writeFile(path.join(folder, 'secret.txt'), 'not for the browser');
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  lines = [];
  files = localFiles(path.join(folder, 'files'), clock, fileCipher(await readKeys(newKeysText(new Date()), 'test')));
  server = await listen('127.0.0.1', 0);
  server.open({ site: site(path.join(folder, 'h5')), functions, files, log: (line) => void lines.push(line) });
});
afterEach(() => server.close(1));

describe('the pages', () => {
  it('come with a policy that runs only our own scripts', async () => {
    const reply = await fetch(server.address);
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect(await reply.text()).toContain('<html>');
    expect(policy).toContain(`script-src 'self' 'sha256-${createHash('sha256').update(inline).digest('base64')}'`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reply.headers.get('cache-control')).toBe('no-cache');
  });

  it('are kept for ever where the name holds a hash, and sent packed', async () => {
    const reply = await fetch(`${server.address}/js/app.0a1b2c3d.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(reply.headers.get('content-encoding')).toBe('gzip');
    expect(Number(reply.headers.get('content-length'))).toBeLessThan(200);
    expect(await reply.text()).toBe(script);
    const plain = await fetch(`${server.address}/js/app.0a1b2c3d.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  it('are not sent again when the browser has them', async () => {
    const etag = (await fetch(server.address)).headers.get('etag') ?? '';
    const again = await fetch(server.address, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/js/%00', '/%E4%B', '/js', '/none.html'])(
    'nothing outside their folder is served: %s',
    async (target) => {
      const { status, body } = await raw('GET', target);
      expect([status, body.includes('not for the browser')]).toEqual([404, false]);
    }
  );

  it('say that they are not ready before the county is', async () => {
    const early = await listen('127.0.0.1', 0);
    const reply = await fetch(early.address);
    expect([reply.status, await reply.text()]).toEqual([503, '应统正在准备数据，请稍等一会儿再刷新。']);
    await early.close(1);
  });
});

describe('a call', () => {
  it('reaches its function as a browser’s, whatever it claims', async () => {
    const event = { operation: 'account.me', userInfo: { openId: 'o' }, TriggerName: 'workOn', Type: 'Timer' };
    const reply = await post('account', JSON.stringify(event));
    expect(await reply.json()).toEqual({ ok: true, value: { event, caller: { kind: 'web', address: '127.0.0.1' } } });
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });

  it('behind a proxy on this machine comes from the address that the proxy added last', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' };
    const reply = await fetch(`${server.address}/fn/account`, { method: 'POST', body: '{}', headers });
    expect(await reply.json()).toMatchObject({ value: { caller: { kind: 'web', address: '203.0.113.7' } } });
  });

  it.each([
    ['account', '{"operation":', 400, 'call.malformed'],
    ['account', '', 400, 'call.malformed'],
    ['account', JSON.stringify('x'.repeat(100 * 1024)), 413, 'call.oversize'],
    ['account', 'x'.repeat(5 * 1024 * 1024), 413, 'call.oversize'],
    ['nothing', '{}', 404, 'call.unknownOperation'],
    ['toString', '{}', 404, 'call.unknownOperation'],
    ['register', '{}', 500, 'internal'],
  ])('to %s that cannot be served is a problem in Chinese, not a broken line', async (name, body, status, code) => {
    const reply = await post(name, body);
    const answered = (await reply.json()) as { ok: boolean; problem: { code: string; message: string } };
    expect([reply.status, answered.ok, answered.problem.code]).toEqual([status, false, code]);
    expect(answered.problem.message).toMatch(/[\u4e00-\u9fff]。$/);
  });

  it('of just 100 KB goes through', async () => {
    expect((await post('account', JSON.stringify('x'.repeat(100 * 1024 - 2)))).status).toBe(200);
  });

  it('that surprises leaves a log line without what was in it, and the next one is served', async () => {
    const reply = await post('office', '{}');
    expect(await reply.text()).not.toMatch(/522732|TypeError|at /);
    expect(lines).toMatchObject([
      { operation: 'office', outcome: 'internal', surprise: expect.stringContaining('TypeError') },
    ]);
    expect(JSON.stringify(lines)).not.toContain('522732199001019990');
    expect((await post('account', '{}')).status).toBe(200);
  });

  it.each(['GET /fn/account', 'DELETE /fn/account', 'POST /', 'POST /upload/x', 'PUT /file/x'])(
    '%s is not allowed',
    async (line) => {
      const [method = '', target = ''] = line.split(' ');
      expect((await raw(method, target)).status).toBe(405);
    }
  );
});

describe('a large file', () => {
  it('of 30 MB arrives whole under its ticket and comes back under its name', async () => {
    const content = randomBytes(30 * 1024 * 1024);
    const { fileId, url } = await files.uploadTicket({ name: '名册.csv', maximumBytes: 100 * 1024 * 1024 });
    const sent = await fetch(server.address + url, { method: 'PUT', body: content });
    expect([sent.status, await sent.json()]).toEqual([200, { ok: true, value: null }]);
    const back = await fetch(server.address + (await files.downloadUrl(fileId, '存疑 行.csv', 60)));
    expect(back.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('存疑 行.csv')}`
    );
    expect(Buffer.from(await back.arrayBuffer()).equals(content)).toBe(true);
  });

  it('beyond what the ticket allows is refused with a sentence', async () => {
    const { url } = await files.uploadTicket({ name: 'a.csv', maximumBytes: 1024 * 1024 });
    const reply = await fetch(server.address + url, { method: 'PUT', body: randomBytes(3 * 1024 * 1024) });
    expect([reply.status, await reply.json()]).toMatchObject([413, { ok: false, problem: { code: 'file.oversize' } }]);
  });

  it('without a ticket, or with a used one, is refused', async () => {
    const reply = await fetch(`${server.address}/upload/made-up`, { method: 'PUT', body: 'x' });
    expect([reply.status, await reply.json()]).toMatchObject([404, { ok: false, problem: { code: 'file.ticket' } }]);
    expect((await fetch(`${server.address}/file/made-up`)).status).toBe(404);
  });

  it('whose sender hangs up leaves nothing, and may be sent again', async () => {
    const { url } = await files.uploadTicket({ name: 'a.csv', maximumBytes: 1024 });
    const before = await readdir(path.join(folder, 'files'));
    await new Promise<void>((resolve) => {
      const half = rawRequest(server.address + url, { method: 'PUT', headers: { 'content-length': 10 } });
      half.on('error', () => resolve());
      half.write('half');
      setTimeout(() => half.destroy(new Error('hung up')), 50);
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await readdir(path.join(folder, 'files'))).toEqual(before);
    expect((await fetch(server.address + url, { method: 'PUT', body: 'whole' })).status).toBe(200);
  });
});

it('a port in use is told in one sentence that names it', async () => {
  const port = Number(new URL(server.address).port);
  await expect(listen('127.0.0.1', port)).rejects.toMatchObject({
    name: 'StartProblem',
    message: expect.stringMatching(new RegExp(`^端口 ${port} 已被别的程序占用，.+PORT=${port + 1} npm start。$`)),
  });
});

it('pages that were not built are told in one sentence', () => {
  expect(() => site(path.join(folder, 'nowhere'))).toThrow('网页还没有构建，请先运行 npm run build:h5。');
});

/** Sends the address as it is; `fetch` would tidy it up. */
function raw(method: string, target: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const sent = rawRequest({ hostname, port, method, path: target }, (reply) => {
      let body = '';
      reply.on('data', (piece) => {
        body += String(piece);
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}
