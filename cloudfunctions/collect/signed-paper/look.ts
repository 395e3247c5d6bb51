import * as operations from '@/domain/operations/collecting/signed-paper';
import { Problem } from '@/domain/problem';
import { concernOfPerson } from '../../people/scope';
import { type Context, handle } from '../../runtime/handle';
import { type PaperRow, paperRow, papersOfPerson, partsOfPaper } from '../../store/queries/field/signed-papers';
import { opened } from './joined';

/** That there is paper, for whoever reviews. */
export const signedPapers = handle(operations.signedPapers, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  async act({ personId }, { actor, db }) {
    const rows = await papersOfPerson(db, actor.countyCode, personId);
    const papers = rows.map(({ attachmentId, version, authorName, takenAt, receivedAt }) => ({
      attachmentId,
      version,
      authorName,
      takenAt,
      receivedAt,
    }));
    return { papers };
  },
});

/** The photo itself; the look is recorded with the person it is about. */
export const signedPaper = handle(operations.signedPaper, {
  concerns: async ({ attachmentId }, context) =>
    concernOfPerson(context.db, context.actor, (await wholePaper(attachmentId, context)).personId),
  async act({ attachmentId }, context) {
    const { actor, db, services, note } = context;
    const { authorName, takenAt } = await wholePaper(attachmentId, context);
    const parts = await partsOfPaper(db, actor.countyCode, attachmentId);
    note({ details: { attachmentId } });
    const picture = opened(parts, attachmentId, { secrecy: services.secrecy, county: actor.countyCode });
    return { attachmentId, authorName, takenAt, picture };
  },
});

/** Errors: found.nothing, also while parts of it are missing. */
async function wholePaper(attachmentId: string, { db, actor }: Context): Promise<PaperRow> {
  const row = await paperRow(db, actor.countyCode, attachmentId);
  if (!row?.complete) throw new Problem('found.nothing', { what: '这张纸质签名照片' });
  return row;
}
