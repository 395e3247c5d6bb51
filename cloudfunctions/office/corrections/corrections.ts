import { places, roles } from '@/domain/access';
import { daysBetween, localDay } from '@/domain/identity';
import * as operations from '@/domain/operations/collecting/corrections';
import { Problem } from '@/domain/problem';
import { correctionOf } from '../../people/correction';
import { type Context, handle } from '../../runtime/handle';
import { pageFrom } from '../../runtime/page';
import { knownPlace, placeName } from '../../runtime/places';
import { answer, type CorrectionRow, correctionsIn, findCorrection } from '../../store/queries/secrecy/corrections';

/** The queue of town and county: who has waited longest comes first. */
export const corrections = handle(operations.listCorrections, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, state, cursor, limit }, { actor, db, now, note, services }) {
    knownPlace(services.county, divisionCode);
    const wanted = { place: divisionCode, state, after: cursor ?? '', limit: limit + 1 };
    const rows = await correctionsIn(db, actor.countyCode, wanted);
    const { items, next } = pageFrom(rows, limit, (row) => row.correction_id);
    note({ details: { people: items.length } });
    const waits = (row: CorrectionRow): boolean => row.state === 'open' || row.state === 'working';
    return {
      items: items.map((row) => ({
        ...correctionOf(row, actor.countyCode, services.secrecy),
        personName: row.person_name,
        village: placeName(services.county, row.place),
        askedBy: row.asked_name,
        waitingDays: waits(row) ? Math.max(0, daysBetween(localDay(new Date(row.asked_at)), localDay(now))) : 0,
      })),
      next,
    };
  },
});

export const answerCorrection = handle(operations.answerCorrection, {
  concerns: async ({ correctionId }, context) => places((await correctionOrProblem(correctionId, context)).place),
  async act({ correctionId, outcome, words }, context) {
    const { actor, db, now, note, services } = context;
    const asked = await correctionOrProblem(correctionId, context);
    if (asked.state === 'resolved' || asked.state === 'refused') {
      throw new Problem('state.wrong', { what: '这件申请', state: operations.correctionStates[asked.state] });
    }
    const by = `${roles[actor.role]} ${actor.name}`;
    const { accountId } = actor;
    await answer(db, actor.countyCode, { correctionId, state: outcome, accountId, by, words, now });
    note({ subject: asked.person_id, details: { correction: correctionId, outcome } });
    return correctionOf(await correctionOrProblem(correctionId, context), actor.countyCode, services.secrecy);
  },
});

/** Locked: of two officers who answer at once the second is told. */
async function correctionOrProblem(correctionId: string, { actor, db }: Context): Promise<CorrectionRow> {
  const row = await findCorrection(db, actor.countyCode, correctionId, true);
  if (row === undefined) throw new Problem('found.nothing', { what: '这件申请' });
  return row;
}
