import { submitRecord } from '@/domain/operations/collecting/collect';
import { attachPaper } from '@/domain/operations/collecting/signed-paper';
import type { InputOf } from '@/domain/operations/operation';
import { paperInputs } from '@/enumerator/collect/paper-parts';
import { atTheDoor, submission, working } from './forms';
import { type County, newRequestId, personIdOf } from './index';

/** So many bytes that begin and end as a JPEG does, as base64. */
export function photo(bytes: number): string {
  const body = Buffer.alloc(bytes, 0);
  for (let at = 0; at < bytes; at += 1) body[at] = (at * 7919) % 251;
  body.set([0xff, 0xd8, 0xff, 0xe0], 0);
  body.set([0xff, 0xd9], bytes - 2);
  return body.toString('base64');
}

/** The photo as a phone cuts it. */
export const paperParts = (county: County, personId: string, picture: string): InputOf<typeof attachPaper>[] =>
  paperInputs({ attachmentId: newRequestId(), data: picture, takenAt: county.clock.now().toISOString() }, personId);

/** A form of 韦小明 with the photo of what he signed. */
export async function signedOnPaper(county: County): Promise<string> {
  const enumerator = county.as('enumerator');
  await enumerator.call(
    submitRecord,
    submission(county, 'weiXiaoming', { answers: { ...working, ...atTheDoor }, mode: 'visit' })
  );
  const parts = paperParts(county, personIdOf('weiXiaoming'), photo(2_000));
  for (const part of parts) await enumerator.call(attachPaper, part);
  return parts[0]?.attachmentId ?? '';
}
