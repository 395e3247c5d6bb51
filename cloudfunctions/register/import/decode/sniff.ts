import { type FileFault, fileProblem } from './faults';

/** Longest head of a file that decides what it is. */
export const headBytes = 4096;

/**
 * What a file is by its first bytes, whatever its name says.
 * Errors: import.file for everything that is not text or a zip.
 */
export function sniff(head: Uint8Array): 'text' | 'zip' {
  if (head.byteLength === 0) throw fileProblem('empty');
  if (starts(head, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  const fault = signatures.find(([bytes]) => starts(head, bytes))?.[1];
  if (fault !== undefined) throw fileProblem(fault);
  if (hasUtf16Mark(head)) return 'text';
  if (head.includes(0)) throw fileProblem('binary');
  const markup = markupIn(head);
  if (markup !== undefined) throw fileProblem(markup);
  return 'text';
}

export const hasUtf16Mark = (head: Uint8Array): boolean => starts(head, [0xff, 0xfe]) || starts(head, [0xfe, 0xff]);

const signatures: readonly (readonly [bytes: readonly number[], fault: FileFault])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'oldExcel'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  // an empty zip, and one cut off before its first file
  [[0x50, 0x4b, 0x05, 0x06], 'notWorkbook'],
  [[0x1f, 0x8b], 'archive'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x09, 0x08], 'oldExcel'],
];

function markupIn(head: Uint8Array): FileFault | undefined {
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(!doctype html|html|head|body|table|meta|style|script|div|!--)/.test(text)) return 'html';
  if (!text.startsWith('<?xml') && !text.startsWith('mime-version:')) return undefined;
  return /<html|text\/html/.test(text) || text.startsWith('mime-version:') ? 'html' : 'xml';
}

const starts = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, place) => head[place] === byte);
