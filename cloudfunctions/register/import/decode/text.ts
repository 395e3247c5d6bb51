import { isUtf8 } from 'node:buffer';
import { fileProblem } from './faults';
import { hasUtf16Mark } from './sniff';
import type { DecodeLimits } from './source';

/** Whole lines of a text file. `firstLine` counts from 1. */
export interface TextBlock {
  text: string;
  firstLine: number;
  /** Bytes of the file read up to the end of the block. */
  bytes: number;
}

export type Encoding = 'UTF-8' | 'GB18030' | 'UTF-16';

/**
 * Decodes a text file block by block, each block ending at a line end. The first line that can only be one encoding
 * decides (GBK is part of GB18030); a later line that can only be the other is refused by its number.
 * Errors: import.file mixedEncoding, badBytes, longLine.
 */
export async function* textBlocks(
  bytes: AsyncIterable<Uint8Array>,
  limits: DecodeLimits,
  chosen: (encoding: Encoding) => void
): AsyncIterable<TextBlock> {
  const { head, whole } = await peek(bytes);
  if (hasUtf16Mark(head)) {
    chosen('UTF-16');
    yield* utf16(whole, head[0] === 0xff ? 'utf-16le' : 'utf-16be');
    return;
  }
  let encoding: Encoding | undefined;
  let line = 1;
  let read = 0;
  for await (const block of wholeLines(whole, limits)) {
    read += block.byteLength;
    const evident = encoding ?? evidence(block);
    if (encoding === undefined && evident !== undefined) chosen(evident);
    encoding = evident;
    const text = encoding === 'GB18030' ? fromGb(block, line) : fromUtf8(block, line);
    yield { text: line === 1 ? text.replace(/^\ufeff/, '') : text, firstLine: line, bytes: read };
    line += countLines(block);
  }
  if (encoding === undefined) chosen('UTF-8');
}

const newline = 0x0a;

/** The first piece, and the file with it. */
export async function peek(
  bytes: AsyncIterable<Uint8Array>
): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const pieces = bytes[Symbol.asyncIterator]();
  const first = await pieces.next();
  const head = first.done ? new Uint8Array() : first.value;
  const whole = async function* () {
    try {
      yield head;
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
    } finally {
      await pieces.return?.();
    }
  };
  return { head, whole: whole() };
}

/** Pieces of the file cut after a line end: neither UTF-8 nor GB18030 has that byte inside a character. */
async function* wholeLines(bytes: AsyncIterable<Uint8Array>, limits: DecodeLimits): AsyncIterable<Buffer> {
  let rest: Buffer[] = [];
  let restBytes = 0;
  let line = 1;
  for await (const piece of bytes) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const end = chunk.lastIndexOf(newline);
    if (end < 0) {
      rest.push(Buffer.from(chunk));
      restBytes += chunk.byteLength;
      if (restBytes > limits.lineLength * 4) throw fileProblem('longLine', { line });
      continue;
    }
    const block = Buffer.concat([...rest, chunk.subarray(0, end + 1)]);
    rest = [Buffer.from(chunk.subarray(end + 1))];
    restBytes = chunk.byteLength - end - 1;
    line += countLines(block);
    yield block;
  }
  if (restBytes > 0) yield Buffer.concat(rest);
}

/** UTF-16 has the line-end byte inside characters, so it is decoded as a stream. */
async function* utf16(bytes: AsyncIterable<Uint8Array>, label: string): AsyncIterable<TextBlock> {
  const decoder = new TextDecoder(label);
  let line = 1;
  let read = 0;
  let rest = '';
  for await (const piece of bytes) {
    read += piece.byteLength;
    const text = rest + decoder.decode(piece, { stream: true });
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (end === 0) continue;
    yield { text: text.slice(0, end), firstLine: line, bytes: read };
    line += text.slice(0, end).split('\n').length - 1;
  }
  yield { text: rest + decoder.decode(), firstLine: line, bytes: read };
}

function fromUtf8(block: Buffer, firstLine: number): string {
  if (isUtf8(block)) return block.toString('utf8');
  for (const { line, bytes } of linesOf(block, firstLine)) {
    if (isUtf8(bytes)) continue;
    if (decodesAsGb(bytes)) throw fileProblem('mixedEncoding', { line, before: 'UTF-8', here: 'GB18030' });
    throw fileProblem('badBytes', { line, encoding: 'UTF-8' });
  }
  return block.toString('utf8');
}

function fromGb(block: Buffer, firstLine: number): string {
  for (const { line, bytes } of linesOf(block, firstLine)) {
    if (isSurelyUtf8(bytes)) throw fileProblem('mixedEncoding', { line, before: 'GB18030', here: 'UTF-8' });
  }
  try {
    return gb.decode(block);
  } catch {
    const bad = [...linesOf(block, firstLine)].find(({ bytes }) => !decodesAsGb(bytes));
    throw fileProblem('badBytes', { line: bad?.line ?? firstLine, encoding: 'GB18030' });
  }
}

const gb = new TextDecoder('gb18030', { fatal: true });

function decodesAsGb(bytes: Uint8Array): boolean {
  try {
    gb.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The first line of the block that can only be one of the two; a block of plain letters and digits says nothing. */
function evidence(block: Buffer): Encoding | undefined {
  for (const { bytes } of linesOf(block, 1)) {
    if (isSurelyUtf8(bytes)) return 'UTF-8';
    if (!isUtf8(bytes)) return 'GB18030';
  }
  return undefined;
}

/**
 * Chinese text in UTF-8 has three bytes a character. Two GBK characters can look like two-byte UTF-8 (the famous
 * 联通), hardly ever like three-byte ones through a whole line.
 */
const isSurelyUtf8 = (bytes: Uint8Array): boolean =>
  bytes.some((byte) => byte >= 0xe3 && byte <= 0xef) && isUtf8(bytes);

function* linesOf(block: Buffer, firstLine: number): Iterable<{ line: number; bytes: Buffer }> {
  let line = firstLine;
  for (let start = 0; start < block.byteLength; line += 1) {
    const found = block.indexOf(newline, start);
    const end = found < 0 ? block.byteLength : found + 1;
    yield { line, bytes: block.subarray(start, end) };
    start = end;
  }
}

function countLines(block: Buffer): number {
  let lines = 0;
  for (let at = block.indexOf(newline); at >= 0; at = block.indexOf(newline, at + 1)) lines += 1;
  return lines;
}
