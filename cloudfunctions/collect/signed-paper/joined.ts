import { mostPaperBytes } from '@/domain/operations/collecting/signed-paper';
import { Problem } from '@/domain/problem';
import { type Place, type Secrecy, suite } from '../../secrecy';
import type { PaperPart } from '../../store/queries/field/signed-papers';

export const partPlace = (county: string, attachmentId: string, part: number): Place => ({
  county,
  table: 'signed_paper_part',
  row: `${attachmentId}/${part}`,
  column: 'sealed',
});

/** The photo as base64 text, of its parts in order. */
export const opened = (
  parts: readonly PaperPart[],
  attachmentId: string,
  { secrecy, county }: { secrecy: Secrecy; county: string }
): string => parts.map(({ part, sealed }) => secrecy.open(sealed, partPlace(county, attachmentId, part))).join('');

/** First bytes of every JPEG: FF D8 FF. */
const jpegStart = '/9j/';

export const isJpegStart = (base64: string): boolean => base64.startsWith(jpegStart);

/** Errors: paper.broken, paper.size, paper.notPicture. */
export function checkPhoto(photo: string, digest: string): void {
  if (suite.sm3(Buffer.from(photo)).toString('hex') !== digest) throw new Problem('paper.broken');
  const bytes = Buffer.from(photo, 'base64');
  if (bytes.length > mostPaperBytes) throw new Problem('paper.size', { limit: mostPaperBytes / 1024 });
  const ends = bytes.length > 4 && bytes[bytes.length - 2] === 0xff && bytes[bytes.length - 1] === 0xd9;
  if (!isJpegStart(photo) || !ends) throw new Problem('paper.notPicture');
}
