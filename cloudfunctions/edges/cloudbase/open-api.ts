import { isUnreachable, type Sdk } from './sdk';
import { decodeReply, encodeRequest } from './wire';

export type OpenApiAnswer =
  | { kind: 'json'; value: Record<string, unknown> }
  | { kind: 'bytes'; contentType: string; bytes: Buffer }
  /** WeChat, or the cloud before it, said no. */
  | { kind: 'refused'; errcode: number }
  /** No answer in time, or a busy one. It may have been carried out all the same. */
  | { kind: 'unreachable' };

export type OpenApi = (name: string, parameters: Readonly<Record<string, unknown>>) => Promise<OpenApiAnswer>;

/** -1: WeChat is busy; 45009, 45011: called too often. */
const busyCodes = new Set([-1, 45009, 45011]);

/** Calls an interface of WeChat from a cloud function, e.g. 'subscribeMessage.send'. Never throws for what WeChat says. */
export const openApi =
  (sdk: Sdk): OpenApi =>
  async (name, parameters) => {
    try {
      const app = await sdk();
      const bytes: unknown = await app.callCompatibleWxOpenApi({
        apiName: name,
        requestData: encodeRequest(parameters),
      });
      return Buffer.isBuffer(bytes) ? read(bytes) : refusedBy(bytes);
    } catch (error) {
      if (isUnreachable(error)) return { kind: 'unreachable' };
      throw error;
    }
  };

function read(bytes: Buffer): OpenApiAnswer {
  const reply = decodeReply(bytes);
  if (reply.errorCode !== 0) return refusal(reply.errorCode);
  // WeChat at times labels JSON as text/plain.
  if (!/application\/json|text\/plain/.test(reply.contentType)) {
    return { kind: 'bytes', contentType: reply.contentType, bytes: reply.data };
  }
  const value: unknown = JSON.parse(reply.data.toString('utf8'));
  if (typeof value !== 'object' || value === null) return { kind: 'unreachable' };
  const errcode = 'errcode' in value ? Number(value.errcode) : 0;
  return errcode === 0 ? { kind: 'json', value: { ...value } } : refusal(errcode);
}

/** Some refusals come as plain JSON in place of protobuf. */
function refusedBy(body: unknown): OpenApiAnswer {
  const errcode = typeof body === 'object' && body !== null && 'errcode' in body ? Number(body.errcode) : Number.NaN;
  return Number.isInteger(errcode) && errcode !== 0 ? refusal(errcode) : { kind: 'unreachable' };
}

const refusal = (errcode: number): OpenApiAnswer =>
  busyCodes.has(errcode) ? { kind: 'unreachable' } : { kind: 'refused', errcode };
