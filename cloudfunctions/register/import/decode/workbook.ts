import { randomBytes } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import yauzl from 'yauzl';
import { fileProblem } from './faults';
import type { DecodeLimits, Source } from './source';

/** The files inside a workbook, read one after the other. */
export interface Workbook {
  has(name: string): boolean;
  /** The text of a part; `part` is how much of it has been read, 0–1. */
  text(name: string): AsyncIterable<{ text: string; part: number | null }>;
  close(): Promise<void>;
}

/**
 * Opens a zip whose table of contents stands at its end, so the file is first copied to the machine's temporary
 * folder; the copy has no name from then on and vanishes with the process, however it ends.
 * Errors: import.file.
 */
export async function openWorkbook(source: Source, limits: DecodeLimits): Promise<Workbook> {
  const file = await namelessCopy(source, limits);
  try {
    const zip = await yauzl.fromFdPromise(file.fd, { autoClose: false, lazyEntries: true });
    const entries = await contents(zip, limits);
    return {
      has: (name) => entries.has(name.toLowerCase()),
      text: (name) => partText(zip, entries.get(name.toLowerCase()), limits),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw asFileProblem(error);
  }
}

async function namelessCopy(source: Source, limits: DecodeLimits): Promise<FileHandle> {
  const place = path.join(tmpdir(), `yingtong-${randomBytes(12).toString('hex')}`);
  const file = await open(place, 'wx+', 0o600);
  try {
    await unlink(place);
    let bytes = 0;
    for await (const piece of source.read()) {
      bytes += piece.byteLength;
      if (bytes > limits.fileBytes) throw fileProblem('oversize', { limit: limits.fileBytes / 1024 / 1024 });
      await file.write(piece);
    }
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

type Zip = Awaited<ReturnType<typeof yauzl.fromFdPromise>>;

async function contents(zip: Zip, limits: DecodeLimits): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > limits.entries) throw fileProblem('bomb');
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw fileProblem('encrypted');
    entries.set(entry.fileName.replace(/^\/+/, '').toLowerCase(), entry);
    if (entries.size > limits.entries) throw fileProblem('bomb');
  }
  return entries;
}

async function* partText(zip: Zip, entry: yauzl.Entry | undefined, limits: DecodeLimits) {
  if (entry === undefined) return;
  refuseBomb(entry.uncompressedSize, entry, limits);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Buffer>) {
      bytes += piece.byteLength;
      refuseBomb(bytes, entry, limits);
      yield {
        text: decoder.decode(piece, { stream: true }),
        part: entry.uncompressedSize === 0 ? null : bytes / entry.uncompressedSize,
      };
    }
    yield { text: decoder.decode(), part: 1 };
  } catch (error) {
    throw asFileProblem(error, entry.fileName);
  }
}

/** What a part claims to unpack to, and what it really did so far. Small parts may pack as tight as they like. */
function refuseBomb(bytes: number, { compressedSize }: yauzl.Entry, limits: DecodeLimits): void {
  const tight = bytes > 16 * 1024 * 1024 && bytes > compressedSize * limits.ratio;
  if (bytes > limits.partBytes || tight) throw fileProblem('bomb');
}

/** The library's own errors speak of bytes and offsets; a person is told what to do. */
export function asFileProblem(error: unknown, part = ''): unknown {
  if (!(error instanceof Error) || error.name === 'Problem') return error;
  const { message } = error;
  if (/end of central directory|unexpected EOF|unexpected end|truncat|too (few|many) bytes|zip64/i.test(message)) {
    return fileProblem('truncated');
  }
  const ofTheFile =
    part !== '' || /central directory|local file header|compression|relative path|entry|zip|invalid/i.test(message);
  return ofTheFile ? fileProblem('damaged', { part: part === '' ? '目录' : part }) : error;
}
