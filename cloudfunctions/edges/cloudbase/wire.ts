import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/**
 * The envelope of WeChat's cloud calls (`wx.openApi`) in protobuf, as `wx-server-sdk` 3 writes and reads it:
 *   request  CommApiData { 1: apiType (0 = open API), 2: OpenApiData { 1: repeated { 1: key, 2: value } } }
 *   reply    CommOpenApiResp { 1: respData, 2: contentType, 3: errorCode, 4: httpCode }
 * A value is the JSON of one parameter; keys are in snake_case.
 */
export function encodeRequest(parameters: Readonly<Record<string, unknown>>): Buffer {
  const writer = new BinaryWriter();
  writer.tag(1, WireType.Varint).int32(0);
  writer.tag(2, WireType.LengthDelimited).fork();
  for (const [key, value] of Object.entries(parameters)) {
    writer.tag(1, WireType.LengthDelimited).fork();
    writer.tag(1, WireType.LengthDelimited).string(key);
    writer.tag(2, WireType.LengthDelimited).bytes(Buffer.from(JSON.stringify(value)));
    writer.join();
  }
  writer.join();
  return Buffer.from(writer.finish());
}

export interface OpenApiReply {
  data: Buffer;
  contentType: string;
  /** Of the cloud itself, e.g. no permission for this interface; 0 when it let the call through. */
  errorCode: number;
}

/** Errors: throws when the bytes are no such message. */
export function decodeReply(bytes: Uint8Array): OpenApiReply {
  const reply: OpenApiReply = { data: Buffer.alloc(0), contentType: '', errorCode: 0 };
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (field === 1) reply.data = Buffer.from(reader.bytes());
    else if (field === 2) reply.contentType = reader.string().trim();
    else if (field === 3) reply.errorCode = reader.int32();
    else reader.skip(type);
  }
  return reply;
}
