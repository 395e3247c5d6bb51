import * as operations from '@/domain/operations/collecting/corrections';
import { Problem } from '@/domain/problem';
import { correctionOf, correctionPlace } from '../../people/correction';
import { concernOfPerson } from '../../people/scope';
import { handle } from '../../runtime/handle';
import { newId } from '../../runtime/ids';
import { addCorrection, correctionsOfPerson, openCorrections } from '../../store/queries/secrecy/corrections';
import { standingOf } from '../../store/queries/secrecy/looks';

/** More waiting at once than anybody needs would only bury the others'. */
const mostOpen = 5;

export const askCorrection = handle(operations.askCorrection, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  async act({ personId, topic, text }, { actor, db, now, note, services }) {
    const standing = await standingOf(db, actor.countyCode, personId);
    const waiting = await openCorrections(db, actor.countyCode, personId);
    if (waiting >= mostOpen) throw new Problem('correction.tooMany', { count: waiting });
    const correctionId = newId('cr', now);
    await addCorrection(db, actor.countyCode, {
      correctionId,
      personId,
      accountId: actor.accountId,
      name: actor.name,
      topic,
      sealed: services.secrecy.seal(text, correctionPlace(actor.countyCode, correctionId)),
      place: standing?.village_code ?? actor.countyCode,
      now,
    });
    note({ details: { correction: correctionId, topic } });
    return { correctionId };
  },
});

export const myCorrections = handle(operations.myCorrections, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  async act({ personId }, { actor, db, services }) {
    const rows = await correctionsOfPerson(db, actor.countyCode, personId);
    return { items: rows.map((row) => correctionOf(row, actor.countyCode, services.secrecy)) };
  },
});
