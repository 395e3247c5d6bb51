import * as z from 'zod';
import { clientId } from '../envelope';
import { command, query } from '../operation';
import { instant, personId } from '../shapes';

/** The photo of a sheet that the resident signed by hand, where he wants paper beside the form. */

/** Of the picture itself. A page with a signature is well readable in it at 1280 pixels. */
export const mostPaperBytes = 120 * 1024;
/**
 * Characters of base64 in one part. Two parts and their names fit one batch, and one part fits one part of a rescue file,
 * where it is sealed and in hex.
 */
export const paperPartLength = 36_000;
export const mostPaperParts = Math.ceil(Math.ceil(mostPaperBytes / 3) / (paperPartLength / 4));

const part = z.int().min(1).max(mostPaperParts);
const attachmentId = clientId.meta({ title: '照片编号' });

/**
 * One part of the photo; parts come in any order, each once however often it is sent, and wait for one another. It is
 * linked to what this account last sent about the person.
 * Problems: found.nothing (he has sent nothing about this person), paper.notPicture, paper.size, paper.broken.
 */
export const attachPaper = command({
  name: 'collect.attachPaper',
  during: 'collect',
  title: '上传纸质签名照片',
  verb: 'visit.record',
  input: z.strictObject({
    attachmentId,
    personId,
    part: part.meta({ title: '第几段' }),
    parts: part.meta({ title: '段数' }),
    data: z
      .string()
      .max(paperPartLength)
      .regex(/^[A-Za-z0-9+/]+={0,2}$/, '照片内容读不出来')
      .meta({ title: '照片' }),
    /** SM3 of the whole photo as base64 text, hex. */
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/, '照片核对码不正确')
      .meta({ title: '照片核对码' }),
    at: instant.meta({ title: '拍照时间' }),
  }),
  output: z.strictObject({
    attachmentId: z.string(),
    /** How many of its parts are here. */
    arrived: z.int(),
    complete: z.boolean(),
    /** A sentence. */
    next: z.string(),
  }),
});

/** Which photos there are about a person; what is on them is another call. */
export const signedPapers = query({
  name: 'collect.signedPapers',
  title: '查看有没有纸质签名照片',
  verb: 'record.review',
  input: z.strictObject({ personId }),
  output: z.strictObject({
    papers: z.array(
      z.strictObject({
        attachmentId: z.string(),
        /** Version of the record it was signed for; null for answers that were kept beside the record. */
        version: z.int().nullable(),
        authorName: z.string(),
        takenAt: instant,
        receivedAt: instant,
      })
    ),
  }),
});

export const signedPaper = query({
  name: 'collect.signedPaper',
  title: '打开纸质签名照片',
  verb: 'record.review',
  discloses: true,
  input: z.strictObject({ attachmentId }),
  output: z.strictObject({
    attachmentId: z.string(),
    authorName: z.string(),
    takenAt: instant,
    /** JPEG as base64. */
    picture: z.string(),
  }),
});

export const papers = [attachPaper, signedPapers, signedPaper];
