import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { maximumCallBytes } from '@/domain/operations/envelope';
import { functionNames } from '@/domain/operations/operation';
import { isProblem, Problem } from '@/domain/problem';
import { describeSurprise, type Log } from '../runtime/log';
import type { Main } from '../runtime/serve';
import { StartProblem } from '../store/errors';
import { drain, piecesOf, sendProblem, sendReply } from './replies';

/**
 * The bundles of dist/functions, the same files that go to CloudBase.
 * Errors: StartProblem 'build' when they were not built.
 */
export function loadFunctions(folder: string): ReadonlyMap<string, Main> {
  const load = createRequire(__filename);
  const built = functionNames.filter((name) => existsSync(path.join(folder, name, 'index.js')));
  if (built.length === 0) throw new StartProblem('build', '云函数还没有构建，请先运行 npm run build:functions。');
  return new Map(built.map((name) => [name, (load(path.join(folder, name, 'index.js')) as { main: Main }).main]));
}

/**
 * POST /fn/<name>: what WeChat's cloud does around a function. The body is the event; who calls is said by the
 * context alone, and here it is always a browser.
 */
export async function callFunction(
  main: Main | undefined,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  log: Log
): Promise<void> {
  try {
    if (main === undefined) throw new Problem('call.unknownOperation', { operation: shownName(name) });
    const event = parseEvent(await readText(request));
    sendReply(response, 200, await main(event, contextOf(name, { TCB_SOURCE_IP: addressOf(request) })));
  } catch (error) {
    const problem = isProblem(error) ? error : new Problem('internal');
    if (problem.code === 'call.oversize') await drain(request, response);
    if (problem.code === 'internal') {
      log({
        operation: shownName(name),
        requestId: '',
        outcome: 'internal',
        milliseconds: 0,
        surprise: describeSurprise(error),
      });
    }
    sendProblem(response, statusOf(problem), problem);
  }
}

/** Runs one timer's work as the platform would, which also goes on when a turn of it failed. */
export async function fireTimer(main: Main | undefined, name: string, at: Date, log: Log): Promise<void> {
  try {
    const event = { Type: 'Timer', TriggerName: name, Time: at.toISOString(), Message: '' };
    await main?.(event, contextOf(name, { TRIGGER_SRC: 'timer' }));
  } catch (error) {
    const surprise = describeSurprise(error);
    log({ operation: `timer.${name}`, requestId: '', outcome: 'internal', milliseconds: 0, surprise });
  }
}

/** Each value is given with the call, so that nothing in this process's environment passes for a person. */
const contextOf = (name: string, said: { TRIGGER_SRC?: string; TCB_SOURCE_IP?: string }) => ({
  function_name: name,
  environment: JSON.stringify({
    WX_OPENID: '',
    WX_UNIONID: '',
    WX_APPID: '',
    TRIGGER_SRC: '',
    TCB_SOURCE_IP: '',
    WX_CLIENTIP: '',
    WX_CLIENTIPV6: '',
    ...said,
  }),
});

/** Only a proxy on this machine is believed about who stands behind it, and only the address it added itself. */
function addressOf({ socket, headers }: IncomingMessage): string {
  const nearest = socket.remoteAddress ?? '';
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim() ?? '';
  return forwarded !== '' && /^(::1|(::ffff:)?127\.)/.test(nearest) ? forwarded : nearest;
}

/** Errors: call.oversize. Reads no further than the limit. */
async function readText(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of piecesOf(request)) {
    bytes += piece.byteLength;
    if (bytes > maximumCallBytes) throw new Problem('call.oversize');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parseEvent(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('call.malformed');
  }
}

/** A name from the address bar is shown only when it could be one of ours. */
const shownName = (name: string): string => (/^[a-zA-Z.]{1,40}$/.test(name) ? name : '');

function statusOf({ code }: Problem): number {
  if (code === 'call.oversize') return 413;
  if (code === 'call.malformed') return 400;
  return code === 'call.unknownOperation' ? 404 : 500;
}
