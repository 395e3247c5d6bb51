import { own, places } from '@/domain/access';
import { collectingPhase, daysLeft, phaseOn, phasesFault } from '@/domain/campaign/phases';
import { localDay } from '@/domain/identity';
import * as operations from '@/domain/operations/office/phases';
import { Problem } from '@/domain/problem';
import { selfWindow } from '../household/window';
import { handle } from '../runtime/handle';
import { readPhases, replacePhases } from '../store/queries/office/phases';

/** Article 3 of the plan; everyone may know how long there is still time. */
export const phases = handle(operations.phases, {
  concerns: () => own,
  async act(_input, { db, actor, now }) {
    const rows = await readPhases(db, actor.countyCode);
    const today = localDay(now);
    const current = phaseOn(rows, today);
    return {
      today,
      items: rows.map((row) => ({ ...row, current: row.phase === current?.phase })),
      deadline: collectingPhase(rows)?.endsOn ?? null,
      daysLeft: daysLeft(rows, today) ?? null,
      selfUntil: (await selfWindow(db, actor.countyCode, now)).closesOn ?? null,
    };
  },
});

export const setPhases = handle(operations.setPhases, {
  concerns: (_input, { actor }) => places(actor.countyCode),
  async act({ items }, { db, actor, note }) {
    const reason = phasesFault(items);
    if (reason !== undefined) throw new Problem('phases.order', { reason });
    await replacePhases(db, actor.countyCode, items);
    note({ details: { phases: items.map(({ phase, startsOn, endsOn }) => `${phase} ${startsOn} ${endsOn ?? ''}`) } });
    return { items };
  },
});
