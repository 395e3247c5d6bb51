import { maximumCallBytes, type Reply } from '@/domain/operations/envelope';
import { Problem } from '@/domain/problem';

type Main = (event: unknown, context: unknown) => Promise<Reply>;

/** What the HTTP entry of CloudBase hands to a function, as far as it is read here. */
interface HttpEvent {
  httpMethod: string;
  body?: string;
  isBase64Encoded?: boolean;
}

interface HttpReply {
  statusCode: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/**
 * The office's browser reaches a function through the HTTP entry of CloudBase, which wraps the body it was sent. A call
 * from the mini-program passes as it is; one that only pretends to be HTTP is still made by the person WeChat names.
 */
export const throughGateway =
  (main: Main) =>
  async (event: unknown, context: unknown): Promise<Reply | HttpReply> => {
    if (!isHttp(event)) return main(event, context);
    if (event.httpMethod !== 'POST') return asHttp(405, refused(new Problem('call.malformed')));
    const text = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8').toString('utf8');
    if (Buffer.byteLength(text) > maximumCallBytes) return asHttp(413, refused(new Problem('call.oversize')));
    const sent = parsed(text);
    if (sent === undefined) return asHttp(400, refused(new Problem('call.malformed')));
    return asHttp(200, await main(sent, context));
  };

const isHttp = (event: unknown): event is HttpEvent =>
  typeof event === 'object' && event !== null && 'httpMethod' in event && typeof event.httpMethod === 'string';

/** Undefined for what is not JSON, and for JSON that wraps another HTTP event. */
function parsed(text: string): unknown {
  try {
    const sent: unknown = JSON.parse(text);
    return isHttp(sent) ? undefined : sent;
  } catch {
    return undefined;
  }
}

const refused = (problem: Problem): Reply => ({ ok: false, problem: problem.toReply() });

const asHttp = (statusCode: number, reply: Reply): HttpReply => ({
  statusCode,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body: JSON.stringify(reply),
});
