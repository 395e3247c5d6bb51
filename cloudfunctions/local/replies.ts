import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from '@/domain/operations/envelope';
import { Problem } from '@/domain/problem';

/** What the platform lets a function answer, in bytes; more is cut off there, so it is refused here. */
export const maximumReplyBytes = 6 * 1024 * 1024;

/** For every answer: nothing of this server may be framed, guessed at, or told to others. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), payment=(), usb=()',
};

export function sendReply(response: ServerResponse, status: number, reply: Reply): void {
  const text = JSON.stringify(reply);
  if (Buffer.byteLength(text) > maximumReplyBytes) {
    sendProblem(response, 500, new Problem('internal'));
    return;
  }
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

export function sendProblem(response: ServerResponse, status: number, problem: Problem): void {
  sendReply(response, status, { ok: false, problem: problem.toReply() });
}

export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {}
): void {
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(text);
}

/** The pieces of a body, without closing the line when the reader stops early: it still waits for an answer. */
export const piecesOf = (request: IncomingMessage): AsyncIterable<Buffer> =>
  request.iterator({ destroyOnReturn: false });

/**
 * Lets what is still on its way arrive, up to a bound, and asks to close the line: a sender that is cut off while it
 * sends would see a broken line in place of the answer.
 */
export async function drain(
  request: IncomingMessage,
  response: ServerResponse,
  upTo = 16 * 1024 * 1024
): Promise<void> {
  if (!response.headersSent) response.setHeader('connection', 'close');
  let bytes = 0;
  for await (const piece of piecesOf(request)) {
    bytes += piece.byteLength;
    if (bytes > upTo) return;
  }
}
