import { sm3 } from 'sm-crypto-v2';
import { type attachPaper, paperPartLength } from '@/domain/operations/collecting/signed-paper';
import type { InputOf } from '@/domain/operations/operation';

/** A photo of a sheet signed by hand, as it lies on the phone. */
export interface PaperPhoto {
  attachmentId: string;
  /** JPEG as base64. */
  data: string;
  /** ISO instant. */
  takenAt: string;
}

/** What is stored is believed only as far as it has this shape. */
export function readPhoto(stored: unknown): PaperPhoto | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { attachmentId, data, takenAt } = stored as Partial<Record<keyof PaperPhoto, unknown>>;
  if (typeof attachmentId !== 'string' || typeof data !== 'string' || typeof takenAt !== 'string') return undefined;
  return { attachmentId, data, takenAt };
}

/** The photo cut so that each part fits a call, with what tells whether all of it arrived. */
export function paperInputs(
  { attachmentId, data, takenAt }: PaperPhoto,
  personId: string
): InputOf<typeof attachPaper>[] {
  const digest = sm3(data);
  const parts = Math.ceil(data.length / paperPartLength);
  return Array.from({ length: parts }, (_, place) => ({
    attachmentId,
    personId,
    part: place + 1,
    parts,
    data: data.slice(place * paperPartLength, (place + 1) * paperPartLength),
    digest,
    at: takenAt,
  }));
}
