import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isProblem, Problem } from '@/domain/problem';
import type { LocalFiles } from '../edges/local/files';
import { describeSurprise, type Log } from '../runtime/log';
import { drain, piecesOf, securityHeaders, sendProblem, sendReply } from './replies';

/** PUT /upload/<ticket>: the body is the file, streamed to disk. */
export async function upload(
  files: LocalFiles,
  ticket: string,
  request: IncomingMessage,
  response: ServerResponse,
  log: Log
): Promise<void> {
  try {
    await files.acceptUpload(ticket, piecesOf(request));
    sendReply(response, 200, { ok: true, value: null });
  } catch (error) {
    const problem = isProblem(error) ? error : new Problem('file.broken');
    if (!isProblem(error)) {
      log({
        operation: 'upload',
        requestId: '',
        outcome: problem.code,
        milliseconds: 0,
        surprise: describeSurprise(error),
      });
    }
    if (response.destroyed || request.destroyed) return;
    await drain(request, response);
    sendProblem(response, statusOf(problem), problem);
  }
}

/** GET /file/<ticket>: the file, to be saved under the name it was asked for. */
export async function download(files: LocalFiles, ticket: string, response: ServerResponse): Promise<void> {
  try {
    const { name, bytes, content } = await files.openDownload(ticket);
    response.writeHead(200, {
      ...securityHeaders,
      'content-type': 'application/octet-stream',
      'content-length': bytes,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    });
    await pipeline(content, response);
  } catch (error) {
    // Once the first bytes are out only the line can be cut: the browser then shows a broken download.
    if (response.headersSent) response.destroy();
    else
      sendProblem(
        response,
        isProblem(error) ? statusOf(error) : 500,
        isProblem(error) ? error : new Problem('internal')
      );
  }
}

const statuses: Readonly<Partial<Record<Problem['code'], number>>> = {
  'file.oversize': 413,
  'file.full': 507,
  'file.broken': 500,
};

const statusOf = ({ code }: Problem): number => statuses[code] ?? 404;
