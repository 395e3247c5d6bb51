import { createWriteStream } from 'node:fs';
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isProblem, Problem } from '@/domain/problem';
import type { Clock } from '../../runtime/clock';
import { newId, newToken } from '../../runtime/ids';
import type { Files } from '../ports';
import type { FileCipher } from './file-cipher';
import { tickets } from './tickets';

/** The files port over a folder, and the two doors through which the local server lets a browser in. */
export interface LocalFiles extends Files {
  /**
   * Takes what a browser sends under an upload ticket. A transfer that breaks off leaves nothing and may be tried again.
   * Errors: file.ticket, file.oversize, file.full.
   */
  acceptUpload(ticket: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** What a download ticket stands for, once. Errors: file.ticket, found.nothing. */
  openDownload(ticket: string): Promise<{ name: string; bytes: number; content: AsyncIterable<Uint8Array> }>;
}

const uploadSeconds = 30 * 60;
const fileName = /^file_[0-9a-z]{22}(\.[a-z0-9]{1,8})?$/;

/** Nothing here is meant to stay: imports are read once, exports fetched once. */
const keptDays = 30;

export function localFiles(folder: string, clock: Clock, cipher: FileCipher): LocalFiles {
  const uploads = tickets<{ fileId: string; maximumBytes: number }>(clock);
  const downloads = tickets<{ fileId: string; name: string }>(clock);
  const place = (fileId: string): string => {
    if (!fileName.test(fileId)) throw new Problem('found.nothing', { what: '文件' });
    return path.join(folder, fileId);
  };
  const write = async (fileId: string, content: AsyncIterable<Uint8Array>): Promise<void> => {
    const unfinished = `${place(fileId)}.${newToken().slice(0, 8)}.part`;
    try {
      await pipeline(cipher.seal(content), createWriteStream(unfinished, { mode: 0o600 }));
      await rename(unfinished, place(fileId));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw codeOf(error) === 'ENOSPC' ? new Problem('file.full') : error;
    }
  };
  /** It keeps its age, and one that was deleted meanwhile does not come back. */
  const renew = async (fileId: string): Promise<void> => {
    const file = place(fileId);
    const unfinished = `${file}.${newToken().slice(0, 8)}.part`;
    try {
      const { atime, mtime } = await stat(file);
      await pipeline(cipher.seal(cipher.open(file, 0)), createWriteStream(unfinished, { mode: 0o600 }));
      await utimes(unfinished, atime, mtime);
      await stat(file);
      await rename(unfinished, file);
    } catch (error) {
      await rm(unfinished, { force: true });
      // nobody can open a file whose key is gone, under no key
      const unreadable = isProblem(error) && error.code === 'found.nothing';
      if (!unreadable && !isMissing(error)) throw error;
    }
  };
  const newFile = (name: string): string => newId('file', clock.now()) + endingOf(name);

  return {
    async uploadTicket({ name, maximumBytes }) {
      const fileId = newFile(name);
      const { ticket, expiresAt } = uploads.issue({ fileId, maximumBytes }, uploadSeconds);
      return { fileId, url: `/upload/${ticket}`, headers: {}, expiresAt: expiresAt.toISOString() };
    },
    async put(name, content) {
      const fileId = newFile(name);
      await write(fileId, content instanceof Uint8Array ? onePiece(content) : content);
      return fileId;
    },
    async *read(fileId, offset = 0) {
      await sizeOf(place(fileId), cipher);
      yield* cipher.open(place(fileId), offset);
    },
    async downloadUrl(fileId, name, seconds) {
      return `/file/${downloads.issue({ fileId, name }, seconds).ticket}`;
    },
    async delete(fileIds) {
      for (const fileId of fileIds) await rm(place(fileId), { force: true });
    },
    async renewKeys(after, milliseconds) {
      const end = performance.now() + milliseconds;
      let [renewed, last] = [0, null as string | null];
      for (const name of (await readdir(folder)).sort()) {
        if (name <= after || !fileName.test(name)) continue;
        if (performance.now() > end) return { renewed, last: last ?? after };
        last = name;
        if (await isStale(path.join(folder, name), cipher)) {
          await renew(name);
          renewed += 1;
        }
      }
      return { renewed, last: null };
    },
    async acceptUpload(ticket, content) {
      const leave = uploads.take(ticket);
      if (leave === undefined) throw new Problem('file.ticket');
      try {
        await write(leave.fileId, atMost(content, leave.maximumBytes));
      } catch (error) {
        uploads.giveBack(ticket, leave);
        throw error;
      }
    },
    async openDownload(ticket) {
      const leave = downloads.take(ticket);
      if (leave === undefined) throw new Problem('file.ticket');
      const bytes = await sizeOf(place(leave.fileId), cipher);
      return { name: leave.name, bytes, content: cipher.open(place(leave.fileId), 0) };
    },
  };
}

/** A file that was deleted meanwhile has nothing to be renewed. */
async function isStale(file: string, cipher: FileCipher): Promise<boolean> {
  try {
    return await cipher.isStale(file);
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/** Of an error of Node's own. Asked by shape: one that comes from another realm is no instance of our Error. */
const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

async function sizeOf(file: string, { overhead }: FileCipher): Promise<number> {
  try {
    return (await stat(file)).size - overhead;
  } catch {
    throw new Problem('found.nothing', { what: '文件' });
  }
}

/** Removes what was left over: transfers that a kill cut off, and files past their time. Call it before the first use. */
export async function sweepFiles(folder: string, clock: Clock): Promise<void> {
  const oldest = clock.now().getTime() - keptDays * 86_400_000;
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    if (name.endsWith('.part') || (await stat(file)).mtimeMs < oldest) await rm(file, { force: true });
  }
}

/** Passes on what arrives; stops when it is more than allowed. Errors: file.oversize { limit }. */
async function* atMost(content: AsyncIterable<Uint8Array>, maximumBytes: number): AsyncIterable<Uint8Array> {
  let seen = 0;
  for await (const piece of content) {
    seen += piece.byteLength;
    if (seen > maximumBytes) throw new Problem('file.oversize', { limit: Math.floor(maximumBytes / 1024 / 1024) });
    yield piece;
  }
}

async function* onePiece(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content;
}

/** Only the ending of a name that somebody typed is used, and only when it is a plain one. */
const endingOf = (name: string): string => /\.[a-z0-9]{1,8}$/.exec(name.toLowerCase())?.[0] ?? '';
