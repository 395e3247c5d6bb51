import { places } from '@/domain/access';
import {
  type Division,
  type EditionId,
  editionAfter,
  findDivision,
  likelySuccessors,
  type MergeRow,
  villages,
} from '@/domain/divisions';
import { mergeTable as operation } from '@/domain/operations/people/merge-table';
import { Problem } from '@/domain/problem';
import { handle } from '../../runtime/handle';
import { type EnteredRow, enteredRows, readMergeTable, waitingByOldVillage } from '../../store/queries/merge-table';

/** A dozen is what somebody looks through; the rest of the town can still be chosen. */
const mostLikely = 12;

/** Old villages of a place with what is known of where they went, and how many people wait for that. */
export const mergeTable = handle(operation, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, fromEdition, open }, { db, actor }) {
    const toEdition = nextEdition(fromEdition);
    const table = (await readMergeTable(db, actor.countyCode)).filter((row) => row.fromEdition === fromEdition);
    const entered = (await enteredRows(db, actor.countyCode)).filter((row) => row.fromEdition === fromEdition);
    const waiting = await waitingByOldVillage(db, actor.countyCode);
    const shown = villages(fromEdition).filter(({ code }) => code.startsWith(divisionCode.slice(0, 9)));
    const rows = shown.map((village) => rowOf(village, fromEdition, toEdition, { table, entered, waiting }));
    return {
      fromEdition,
      toEdition,
      said: rows.filter(({ basis }) => basis !== null).length,
      unsaid: rows.filter(({ basis }) => basis === null).length,
      rows: open ? rows.filter(({ basis }) => basis === null) : rows,
    };
  },
});

export function nextEdition(edition: EditionId): EditionId {
  const next = editionAfter(edition);
  if (next === undefined) throw new Problem('call.invalid', { field: '区划版本', reason: '这已是最新的版本' });
  return next;
}

interface Known {
  table: readonly MergeRow[];
  entered: readonly EnteredRow[];
  waiting: ReadonlyMap<string, number>;
}

function rowOf(village: Division, from: EditionId, to: EditionId, { table, entered, waiting }: Known) {
  const rows = table.filter((row) => row.from === village.code);
  const decided = entered.find((row) => row.from === village.code);
  const likely = rows.length > 0 ? [] : likelySuccessors(village, to).slice(0, mostLikely);
  return {
    townCode: village.parent ?? '',
    townName: findDivision(village.parent ?? '', from)?.name ?? '',
    from: { code: village.code, name: village.name },
    to: rows.map(({ to: code }) => ({ code, name: findDivision(code, to)?.name ?? code })),
    basis: rows[0]?.basis ?? null,
    likely: likely.map(({ code, name }) => ({ code, name })),
    waiting: waiting.get(village.code) ?? 0,
    decidedBy: decided?.decidedBy ?? '',
    decidedAt: decided?.decidedAt ?? null,
  };
}
