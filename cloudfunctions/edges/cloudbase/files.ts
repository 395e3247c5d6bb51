import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { CloudBase } from '@cloudbase/node-sdk';
import { Problem } from '@/domain/problem';
import type { Clock } from '../../runtime/clock';
import { newId } from '../../runtime/ids';
import type { Files } from '../ports';
import { isUnreachable, type Sdk } from './sdk';

const uploadSeconds = 30 * 60;
/** The cloud deletes at most so many files a call. */
const deletesACall = 50;

/**
 * Files in CloudBase's storage; a file id is `cloud://…`. The storage does not bound an upload by itself: whoever reads
 * the file stops at his own limit. A download carries the stored name, not the one asked for.
 */
export function cloudFiles(sdk: Sdk, clock: Clock): Files {
  const call = <T>(work: (app: CloudBase) => Promise<T>): Promise<T> => reached(async () => work(await sdk()));
  const temporaryUrl = async (fileID: string, maxAge: number): Promise<string> => {
    const { fileList } = await call((app) => app.getTempFileURL({ fileList: [{ fileID, maxAge }] }));
    const found = fileList[0];
    if (found?.code !== 'SUCCESS' || !found.tempFileURL) throw new Problem('found.nothing', { what: '文件' });
    return encodeURI(found.tempFileURL);
  };

  return {
    async uploadTicket({ name }) {
      const cloudPath = pathOf(name, clock);
      const { data } = await call((app) => app.getUploadMetadata({ cloudPath }));
      return {
        fileId: data.fileId,
        url: data.url,
        headers: {
          Signature: data.authorization,
          authorization: data.authorization,
          'x-cos-security-token': data.token,
          'x-cos-meta-fileid': data.cosFileId,
          key: encodeURIComponent(cloudPath),
        },
        expiresAt: new Date(clock.now().getTime() + uploadSeconds * 1000).toISOString(),
      };
    },
    async put(name, content) {
      const cloudPath = pathOf(name, clock);
      const upload = async (fileContent: Buffer | ReturnType<typeof createReadStream>) =>
        (await call((app) => app.uploadFile({ cloudPath, fileContent }))).fileID;
      return content instanceof Uint8Array
        ? upload(Buffer.from(content))
        : throughDisk(content, (file) => upload(createReadStream(file)));
    },
    async *read(fileId, offset = 0) {
      const url = await temporaryUrl(fileId, 600);
      const reply = await reached(() => fetch(url, { headers: { range: `bytes=${offset}-` } }));
      if (reply.status === 416) return;
      if (!reply.ok || reply.body === null) throw new Problem('found.nothing', { what: '文件' });
      yield* reply.status === 206 ? pieces(reply.body) : from(pieces(reply.body), offset);
    },
    downloadUrl: (fileId, _name, seconds) => temporaryUrl(fileId, seconds),
    // the cloud's bucket encrypts what lies in it under keys of its own
    renewKeys: async () => ({ renewed: 0, last: null }),
    async delete(fileIds) {
      for (let start = 0; start < fileIds.length; start += deletesACall) {
        const fileList = fileIds.slice(start, start + deletesACall);
        const { fileList: results } = await call((app) => app.deleteFile({ fileList }));
        const kept = results.some(({ code }) => code !== 'SUCCESS' && code !== 'STORAGE_FILE_NONEXIST');
        if (kept) throw new Problem('call.busy');
      }
    },
  };
}

/** What the cloud could not do now is told as such; anything else is a surprise. */
async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const network = error instanceof TypeError && error.message === 'fetch failed';
    if (network || isUnreachable(error)) throw new Problem('call.busy');
    throw error;
  }
}

/** The SDK sends a file or a buffer; a stream of unknown length goes through the function's own temporary folder. */
async function throughDisk<T>(content: AsyncIterable<Uint8Array>, use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yingtong-'));
  try {
    const file = path.join(folder, 'content');
    await pipeline(content, createWriteStream(file, { mode: 0o600 }));
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* pieces(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel();
  }
}

/** For a server that answered with the whole file although a part was asked for. */
async function* from(content: AsyncIterable<Uint8Array>, offset: number): AsyncIterable<Uint8Array> {
  let left = offset;
  for await (const piece of content) {
    if (left < piece.byteLength) yield piece.subarray(left);
    left = Math.max(0, left - piece.byteLength);
  }
}

const pathOf = (name: string, clock: Clock): string =>
  `files/${newId('file', clock.now())}${/\.[a-z0-9]{1,8}$/.exec(name.toLowerCase())?.[0] ?? ''}`;
