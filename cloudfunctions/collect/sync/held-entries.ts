import { own, places } from '@/domain/access';
import { submitRecord } from '@/domain/operations/collecting/collect';
import { submitEmployer } from '@/domain/operations/collecting/employer';
import * as operations from '@/domain/operations/collecting/rescue';
import { attachPaper } from '@/domain/operations/collecting/signed-paper';
import { recordVisit } from '@/domain/operations/collecting/visit';
import { addPerson } from '@/domain/operations/people/register';
import { Problem } from '@/domain/problem';
import { type Context, handle } from '../../runtime/handle';
import { pageFrom } from '../../runtime/page';
import { placeName } from '../../runtime/places';
import { dropEntry, type HeldLine, heldIn, villagesOfEntry } from '../../store/queries/field/held-entries';

/** After so many days the phone with the missing entry is hardly coming back by itself. */
const overdueDays = 3;

/** What the cloud keeps until its time comes: nothing waits unseen. */
export const heldEntries = handle(operations.heldEntries, {
  concerns: ({ divisionCode }) => (divisionCode === undefined ? own : places(divisionCode)),
  async act({ divisionCode, cursor, limit }, { db, actor, now, services }) {
    const wanted = divisionCode === undefined ? { accountId: actor.accountId } : { place: divisionCode };
    const rows = await heldIn(db, actor.countyCode, wanted, { after: cursor ?? '', limit: limit + 1 });
    const { items, next } = pageFrom(rows, limit, (row) => row.entryId);
    const overdueBefore = now.getTime() - overdueDays * 86_400_000;
    return {
      items: items.map(({ problem, ...row }) => ({
        ...row,
        title: titleOf(row.operation),
        villageName: row.villageCode === '' ? '' : placeName(services.county, row.villageCode),
        sentence: problem?.message ?? sentences[row.why],
        overdue: new Date(row.heldAt).getTime() < overdueBefore,
      })),
      next,
    };
  },
});

const sentences: Readonly<Record<HeldLine['why'], string>> = {
  after: '在等同一部手机上更早的一条送达，手机联网后会自动补上。',
  base: '在等它依据的上一次填报送达，另一部手机联网后会自动补上。',
  refused: '轮到办理时没有办成，请填报人改正后重新提交。',
};

/** What phones carry; the whole list of calls would weigh on every start of the function. */
const carried = [addPerson, submitRecord, recordVisit, submitEmployer, attachPaper];

export const titleOf = (operation: string): string =>
  carried.find(({ name }) => name === operation)?.title ?? operation;

/** The supervisor gives up an entry whose base will not come. */
export const dropHeld = handle(operations.dropHeld, {
  concerns: async ({ entryId }, context) => places(...(await placesOfEntry(entryId, context))),
  async act({ entryId, reason }, { db, actor, now, note }) {
    const by = { accountId: actor.accountId, name: actor.name, reason, at: now };
    if ((await dropEntry(db, actor.countyCode, entryId, by)) === 0) {
      throw new Problem('state.changed', { what: '这条内容' });
    }
    note({ reason, details: { entry: entryId } });
    return { entryId };
  },
});

async function placesOfEntry(entryId: string, { db, actor }: Context): Promise<string[]> {
  const villages = await villagesOfEntry(db, actor.countyCode, entryId);
  if (villages === undefined) throw new Problem('found.nothing', { what: '这条内容' });
  return villages.length === 0 ? [actor.countyCode] : villages;
}
