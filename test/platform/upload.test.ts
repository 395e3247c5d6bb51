import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uploadFile } from '@/platform/outward/upload';
import '../support/browser-storage';

let server: Server;
let address: string;
let received: { method?: string; signature?: string; body: string }[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    response.setHeader('access-control-allow-methods', 'PUT');
    if (request.method === 'OPTIONS') {
      response.end();
      return;
    }
    let body = '';
    request.on('data', (piece) => {
      body += String(piece);
    });
    request.on('end', () => {
      received.push({ method: request.method, signature: request.headers.signature as string, body });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/upload/t`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  // jsdom writes a broken line to the console besides telling the request.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  received = [];
  answer = (_request, response) => response.end();
});
afterEach(() => jest.restoreAllMocks());

const ticket = () => ({ url: address, headers: { Signature: 's1' } });
const file = new Blob(['户号,姓名\n']);

describe('a file the officer chose', () => {
  it('is sent whole under its ticket, and told as it goes', async () => {
    const shares: number[] = [];
    await uploadFile(ticket(), file, { progress: (share) => shares.push(share) });
    expect(received).toEqual([{ method: 'PUT', signature: 's1', body: '户号,姓名\n' }]);
    expect(shares.at(-1)).toBe(1);
  });

  it('that the server refuses brings its sentence', async () => {
    const problem = {
      code: 'file.oversize',
      message: '文件太大（超过 100 MB），请拆成几份再上传。',
      details: { limit: 100 },
    };
    answer = (_request, response) => response.writeHead(413).end(JSON.stringify({ ok: false, problem }));
    await expect(uploadFile(ticket(), file)).rejects.toMatchObject({ code: 'file.oversize', message: problem.message });
  });

  it.each([
    ['the storage answers in XML', (response: ServerResponse) => response.writeHead(403).end('<Error/>')],
    ['the line breaks', (response: ServerResponse) => response.destroy()],
  ])('is to be sent again when %s', async (_what, how) => {
    answer = (_request, response) => how(response);
    await expect(uploadFile(ticket(), file)).rejects.toMatchObject({ code: 'file.broken' });
  });

  it('is stopped when the officer stops it', async () => {
    answer = () => undefined;
    const stop = new AbortController();
    const sending = uploadFile(ticket(), file, { signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    await expect(sending).rejects.toMatchObject({ code: 'file.broken' });
  });
});
