import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { StartProblem } from '../store/errors';
import { securityHeaders, sendText } from './replies';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

interface Kept {
  version: string;
  etag: string;
  plain: Buffer;
  packed: Buffer | undefined;
}

export type Site = (pathname: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Serves the built H5 pages: hashed names for ever, all others checked by ETag each time, texts gzipped once.
 * Errors: StartProblem 'build' when the pages were not built.
 */
export function site(folder: string): Site {
  const index = path.join(folder, 'index.html');
  if (!existsSync(index)) throw new StartProblem('build', '网页还没有构建，请先运行 npm run build:h5。');
  const kept = new Map<string, Kept>();
  const policy = contentPolicy(readFileSync(index, 'utf8'));

  return async (pathname, request, response) => {
    const file = fileOf(folder, pathname);
    const found = file === undefined ? undefined : await keep(kept, file);
    if (file === undefined || found === undefined) {
      sendText(response, 404, '没有这个页面，请从首页进入。');
      return;
    }
    const headers: Record<string, string> = {
      ...securityHeaders,
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': isHashed(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: found.etag,
      vary: 'accept-encoding',
    };
    if (file.endsWith('.html')) headers['content-security-policy'] = policy;
    if (request.headers['if-none-match'] === found.etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const packed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) ? found.packed : undefined;
    if (packed !== undefined) headers['content-encoding'] = 'gzip';
    const body = packed ?? found.plain;
    response.writeHead(200, { ...headers, 'content-length': body.byteLength });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

/** The file of an address, or undefined when it leaves the folder or cannot be decoded. */
function fileOf(folder: string, pathname: string): string | undefined {
  const name = decoded(pathname);
  if (name === undefined || name.includes('\0')) return undefined;
  const file = path.join(folder, name.endsWith('/') ? `${name}index.html` : name);
  return file.startsWith(folder + path.sep) ? file : undefined;
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

async function keep(kept: Map<string, Kept>, file: string): Promise<Kept | undefined> {
  const facts = await stat(file).catch(() => undefined);
  if (facts === undefined || !facts.isFile()) return undefined;
  const version = `${facts.size}-${facts.mtimeMs}`;
  const known = kept.get(file);
  if (known?.version === version) return known;
  const plain = await readFile(file);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const packed =
    /\.(html|js|css|json|txt|svg|ttf)$/.test(file) && plain.byteLength > 1024
      ? await promisify(gzip)(plain)
      : undefined;
  const made = { version, etag, plain, packed };
  kept.set(file, made);
  return made;
}

const isHashed = (file: string): boolean => /\.[0-9a-f]{8,}\.\w+$/.test(path.basename(file));

/**
 * Only our own scripts run: the inline one that sizes the page is allowed by its hash. Styles may be inline, because
 * the component libraries write them. Nothing is fetched from or sent to anywhere else.
 */
function contentPolicy(html: string): string {
  const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code ?? '');
  const hashes = inline.map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  return [
    "default-src 'self'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
