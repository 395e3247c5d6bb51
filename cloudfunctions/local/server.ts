import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalFiles } from '../edges/local/files';
import { describeSurprise, type Log } from '../runtime/log';
import type { Main } from '../runtime/serve';
import { StartProblem } from '../store/errors';
import { callFunction } from './functions';
import { sendText } from './replies';
import type { Site } from './site';
import { download, upload } from './transfers';

/** What the server serves once the county is ready. */
export interface Served {
  site: Site;
  functions: ReadonlyMap<string, Main>;
  files: LocalFiles;
  log: Log;
}

export interface Listening {
  /** As a browser types it, e.g. http://localhost:8080. */
  address: string;
  /** From now on calls are answered; before that everything is «not ready yet». */
  open(served: Served): void;
  /** Takes no new calls and waits until those under way are answered, `seconds` at most. */
  close(seconds: number): Promise<void>;
}

/**
 * Takes the port first, so that a port in use is told before any data is touched.
 * Errors: StartProblem 'port'.
 */
export async function listen(host: string, port: number): Promise<Listening> {
  let served: Served | undefined;
  const server = createServer((request, response) => {
    if (served === undefined) sendText(response, 503, '应统正在准备数据，请稍等一会儿再刷新。', { 'retry-after': '2' });
    else void answer(served, request, response);
  });
  // A village on a slow line sends 100 MB in a good quarter of an hour; a call itself is cut by its own limit.
  server.requestTimeout = 30 * 60_000;
  await bind(server, host, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${taken}`,
    open: (ready) => {
      served = ready;
    },
    close: (seconds) => closeGently(server, seconds),
  };
}

/** Whatever goes wrong here is one answer that failed, never the end of the process. */
async function answer(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await route(served, request, response);
  } catch (error) {
    const surprise = describeSurprise(error);
    served.log({ operation: 'http', requestId: '', outcome: 'internal', milliseconds: 0, surprise });
    if (response.headersSent) response.destroy();
    else sendText(response, 500, '系统出了意外，请稍后再试。');
  }
}

async function route(
  { site, functions, files, log }: Served,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const [pathname = '/'] = (request.url ?? '/').split(/[?#]/);
  const [, door, name = ''] = /^\/(fn|upload|file)\/([^/]*)$/.exec(pathname) ?? [];
  const method = request.method ?? 'GET';
  if (door === 'fn' && method === 'POST') return callFunction(functions.get(name), name, request, response, log);
  if (door === 'upload' && method === 'PUT') return upload(files, name, request, response, log);
  if (door === 'file' && method === 'GET') return download(files, name, response);
  if (door === undefined && (method === 'GET' || method === 'HEAD')) return site(pathname, request, response);
  sendText(response, 405, '不能这样访问这个地址，请从首页进入。', {
    allow: door === 'fn' ? 'POST' : door === 'upload' ? 'PUT' : 'GET',
  });
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartProblem('port', sentenceOf(error, host, port)))
    );
    server.listen(port, host, resolve);
  });
}

function sentenceOf({ code }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `端口 ${port} 已被别的程序占用，请先关掉它，或换一个端口启动，例如 PORT=${port === 65_535 ? 8081 : port + 1} npm start。`;
  }
  if (code === 'EACCES') return `没有权限使用端口 ${port}，请换一个 1024 以上的端口，例如 PORT=8080 npm start。`;
  return `不能在 ${host}:${port} 上启动（${code ?? '原因不明'}），请检查设置 HOST 和 PORT。`;
}

function closeGently(server: Server, seconds: number): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), seconds * 1000);
    server.close(() => {
      clearTimeout(limit);
      resolve();
    });
    server.closeIdleConnections();
  });
}
