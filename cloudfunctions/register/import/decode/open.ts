import { openCsv } from './csv';
import { fileProblem } from './faults';
import { headBytes, sniff } from './sniff';
import { type DecodeLimits, decodeLimits, type Source, type Table } from './source';
import { openXlsx } from './xlsx';

/**
 * Opens what an office uploaded as a table, judged by its bytes and not by its name.
 * @param bytes size of the file, when known: only for progress
 * Errors: import.file with one sentence on what is wrong and what to do.
 */
export async function openTable(
  source: Source,
  {
    sheet,
    bytes = null,
    limits = decodeLimits,
  }: { sheet?: string | undefined; bytes?: number | null; limits?: DecodeLimits } = {}
): Promise<Table> {
  if (bytes !== null && bytes > limits.fileBytes)
    throw fileProblem('oversize', { limit: limits.fileBytes / 1024 / 1024 });
  const kind = sniff(await headOf(source));
  return kind === 'zip' ? openXlsx(source, sheet, limits) : openCsv(source, bytes, limits);
}

async function headOf(source: Source): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.read()) {
    pieces.push(piece);
    length += piece.byteLength;
    if (length >= headBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, headBytes);
}
