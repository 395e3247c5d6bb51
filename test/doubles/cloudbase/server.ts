import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type OpenApiCall, openApiReply, readOpenApiCall } from './open-api';

/**
 * Stands in for CloudBase on a local port and speaks its wire format, so that the real SDK can be driven:
 * POST /admin (JSON, or multipart for wx.openApi), PUT /cos/… for an upload, GET /temp/… for a download.
 */
export interface CloudDouble {
  url: string;
  /** What was asked, oldest first. */
  calls: {
    action: string;
    headers: IncomingMessage['headers'];
    body: Record<string, unknown>;
    openApi?: OpenApiCall;
  }[];
  /** Files by cloud path. */
  files: Map<string, Buffer>;
  uploads: { path: string; headers: IncomingMessage['headers'] }[];
  /** How WeChat answers the next calls of an interface. */
  answer(apiName: string, reply: OpenApiAnswer): void;
  /** How the cloud itself fails the next calls of an action. */
  fail(action: string, failure: { code: string; message: string } | 'silence' | 'gateway'): void;
  heal(): void;
  close(): Promise<void>;
}

export type OpenApiAnswer =
  | { json: Record<string, unknown>; contentType?: string }
  | { bytes: Buffer; contentType: string }
  | { errorCode: number }
  | { plain: Record<string, unknown> };

export async function cloudDouble(): Promise<CloudDouble> {
  const answers = new Map<string, OpenApiAnswer>();
  const failures = new Map<string, { code: string; message: string } | 'silence' | 'gateway'>();
  const double: CloudDouble = {
    url: '',
    calls: [],
    files: new Map(),
    uploads: [],
    answer: (apiName, reply) => void answers.set(apiName, reply),
    fail: (action, failure) => void failures.set(action, failure),
    heal: () => {
      answers.clear();
      failures.clear();
      double.calls.length = 0;
    },
    close: () => stop(server),
  };
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', double.url);
    const body = await bytesOf(request);
    if (url.pathname.startsWith('/cos/')) return takeUpload(double, url.pathname.slice(5), request, body, response);
    if (url.pathname.startsWith('/temp/')) return sendFile(double, url.pathname.slice(6), request, response);
    const openApi = readOpenApiCall(request.headers['content-type'] ?? '', body);
    const sent: Record<string, unknown> = openApi === undefined ? JSON.parse(body.toString()) : openApi.fields;
    const action = String(sent.action);
    double.calls.push({ action, headers: request.headers, body: sent, openApi });
    const failure = failures.get(action);
    if (failure === 'silence') return;
    if (failure === 'gateway') return void response.writeHead(502).end('bad gateway');
    if (failure !== undefined) return sendJson(response, { ...failure, requestId: 'r1' });
    if (openApi !== undefined) return answerOpenApi(answers.get(openApi.apiName) ?? { json: { errcode: 0 } }, response);
    sendJson(response, { requestId: 'r1', data: storageReply(double, action, sent) });
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  double.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return double;
}

function answerOpenApi(answer: OpenApiAnswer, response: ServerResponse): void {
  if ('plain' in answer) {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer.plain));
    return;
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(openApiReply(answer));
}

function storageReply(double: CloudDouble, action: string, sent: Record<string, unknown>): unknown {
  if (action === 'storage.getUploadMetadata') {
    const path = String(sent.path);
    return {
      url: `${double.url}/cos/${path}`,
      token: 'cos-token',
      authorization: 'cos-signature',
      fileId: `cloud://test-env.bucket/${path}`,
      cosFileId: `cos-${path}`,
      download_url: `${double.url}/temp/${path}`,
    };
  }
  const pathOf = (fileId: unknown) => String(fileId).replace('cloud://test-env.bucket/', '');
  if (action === 'storage.batchGetDownloadUrl') {
    const wanted = sent.file_list as { fileid: string; max_age: number }[];
    return {
      download_list: wanted.map(({ fileid, max_age }) =>
        double.files.has(pathOf(fileid))
          ? { code: 'SUCCESS', fileID: fileid, tempFileURL: `${double.url}/temp/${pathOf(fileid)}?sign=s&t=${max_age}` }
          : { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' }
      ),
    };
  }
  if (action === 'storage.batchDeleteFile') {
    const wanted = sent.fileid_list as string[];
    return {
      delete_list: wanted.map((fileID) => ({
        fileID,
        code: double.files.delete(pathOf(fileID)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
      })),
    };
  }
  throw new Error(`the double does not know ${action}`);
}

function takeUpload(
  double: CloudDouble,
  path: string,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse
): void {
  if (request.headers.authorization !== 'cos-signature' || request.headers['x-cos-security-token'] !== 'cos-token') {
    response.writeHead(403, { 'content-type': 'application/xml' });
    response.end(
      '<Error><Code>AccessDenied</Code><Message>denied</Message><RequestId>r</RequestId><TraceId>t</TraceId></Error>'
    );
    return;
  }
  double.uploads.push({ path, headers: request.headers });
  double.files.set(path, body);
  response.writeHead(200).end();
}

function sendFile(double: CloudDouble, path: string, request: IncomingMessage, response: ServerResponse): void {
  const content = double.files.get(path);
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (content === undefined) response.writeHead(404).end();
  else if (from >= content.byteLength && from > 0) response.writeHead(416).end();
  else response.writeHead(206).end(content.subarray(from));
}

const sendJson = (response: ServerResponse, value: unknown): void =>
  void response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
