import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import type { OpenApiAnswer } from './server';

/** A wx.openApi call as it came over the wire: multipart fields, and the parameters out of the protobuf in it. */
export interface OpenApiCall {
  apiName: string;
  fields: Record<string, unknown>;
  parameters: Record<string, unknown>;
}

export function readOpenApiCall(contentType: string, body: Buffer): OpenApiCall | undefined {
  const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const fields = multipart(body, boundary);
  const { requestData, ...texts } = fields;
  return {
    apiName: String(fields.apiName),
    fields: Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value?.toString()])),
    parameters: parametersOf(requestData ?? Buffer.alloc(0)),
  };
}

function multipart(body: Buffer, boundary: string): Record<string, Buffer> {
  const fields: Record<string, Buffer> = {};
  const mark = `--${boundary}`;
  for (let at = body.indexOf(mark); at >= 0; ) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) break;
    const part = body.subarray(at + mark.length + 2, next - 2);
    const split = part.indexOf('\r\n\r\n');
    const name = /name="([^"]+)"/.exec(part.subarray(0, split).toString())?.[1];
    if (name !== undefined) fields[name] = part.subarray(split + 4);
    at = next;
  }
  return fields;
}

/** CommApiData → its key-value pairs, each value parsed as JSON. Throws when the type is not the open API. */
function parametersOf(bytes: Buffer): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  const fields = fieldsOf(bytes);
  if (fields.find(({ field }) => field === 1)?.number !== 0) throw new Error('apiType is not OPEN_API');
  for (const pair of fieldsOf(fields.find(({ field }) => field === 2)?.bytes ?? Buffer.alloc(0))) {
    const [key, value] = [1, 2].map((wanted) =>
      fieldsOf(pair.bytes ?? Buffer.alloc(0)).find(({ field }) => field === wanted)
    );
    parameters[key?.bytes?.toString() ?? ''] = JSON.parse(value?.bytes?.toString() ?? 'null');
  }
  return parameters;
}

function fieldsOf(bytes: Buffer): { field: number; number?: number; bytes?: Buffer }[] {
  const reader = new BinaryReader(bytes);
  const found: { field: number; number?: number; bytes?: Buffer }[] = [];
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (type === WireType.Varint) found.push({ field, number: reader.int32() });
    else if (type === WireType.LengthDelimited) found.push({ field, bytes: Buffer.from(reader.bytes()) });
    else throw new Error(`unexpected wire type ${type}`);
  }
  return found;
}

/** CommOpenApiResp, with a field that the reader does not know in front. */
export function openApiReply(answer: Exclude<OpenApiAnswer, { plain: unknown }>): Buffer {
  const writer = new BinaryWriter();
  writer.tag(9, WireType.LengthDelimited).string('added later');
  if ('errorCode' in answer) writer.tag(3, WireType.Varint).int32(answer.errorCode);
  else {
    const bytes = 'bytes' in answer ? answer.bytes : Buffer.from(JSON.stringify(answer.json));
    writer.tag(1, WireType.LengthDelimited).bytes(bytes);
    writer.tag(2, WireType.LengthDelimited).string(answer.contentType ?? 'application/json; charset=utf-8');
  }
  writer.tag(4, WireType.Varint).uint32(200);
  return Buffer.from(writer.finish());
}
