import { attachPaper as operation } from '@/domain/operations/collecting/signed-paper';
import type { InputOf } from '@/domain/operations/operation';
import { Problem } from '@/domain/problem';
import { concernOfPerson } from '../../people/scope';
import { type Context, handle } from '../../runtime/handle';
import {
  addPart,
  beginPaper,
  completePaper,
  lastSentAbout,
  lockPaper,
  type PaperRow,
  partsOfPaper,
  standingFor,
} from '../../store/queries/field/signed-papers';
import { checkPhoto, isJpegStart, opened, partPlace } from './joined';

type Input = InputOf<typeof operation>;

/**
 * A part of a photo arrives and is kept until the others are here; then the whole is checked. The parts stay as they
 * are, sealed in the store: the photo is as lasting as the record it belongs to, and comes or fails with its row.
 */
export const attachPaper = handle(operation, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  async act(input, context) {
    const { attachmentId, part, parts } = input;
    const { db, actor, now, services, note } = context;
    const county = actor.countyCode;
    if (part > parts) throw new Problem('paper.broken');
    if (part === 1 && !isJpegStart(input.data)) throw new Problem('paper.notPicture');
    const row = await begun(input, context);
    if (!row.complete) {
      const sealed = services.secrecy.seal(input.data, partPlace(county, attachmentId, part));
      await addPart(db, county, attachmentId, { part, sealed });
    }
    const here = await partsOfPaper(db, county, attachmentId);
    const complete = here.length === parts;
    if (complete && !row.complete) {
      checkPhoto(opened(here, attachmentId, { secrecy: services.secrecy, county }), input.digest);
      await completePaper(db, county, attachmentId, now);
    }
    note({ details: { attachmentId, piece: `${part}/${parts}` } });
    return { attachmentId, arrived: here.length, complete, next: complete ? whole : partial(parts - here.length) };
  },
});

const whole = '纸质签名照片已收到，和这次填报放在一起。';
const partial = (missing: number): string => `照片已收到一部分，还差 ${missing} 段，手机会接着上传。`;

/** The row of this photo, made by whichever part comes first. Errors: found.nothing, paper.broken. */
async function begun(input: Input, { db, actor, now }: Context): Promise<PaperRow> {
  const county = actor.countyCode;
  const { attachmentId, personId, parts, digest } = input;
  const { accountId, postId, name: authorName } = actor;
  const signedFor =
    (await lastSentAbout(db, county, { personId, accountId })) ?? (await standingFor(db, county, personId));
  if (signedFor === undefined) throw new Problem('found.nothing', { what: '这个人的填报记录' });
  const takenAt = new Date(input.at);
  const about = { attachmentId, personId, accountId, postId, authorName, parts, digest, takenAt, at: now };
  await beginPaper(db, county, { ...about, ...signedFor });
  const row = await lockPaper(db, county, attachmentId);
  const his = row?.accountId === accountId && (row.signedBy === personId || row.personId === personId);
  if (row === undefined || !his || row.parts !== parts || row.digest !== digest) throw new Problem('paper.broken');
  return row;
}
