import { receipt as operation } from '@/domain/operations/collecting/collect';
import { Problem } from '@/domain/problem';
import { concernOfPerson } from '../people/scope';
import { handle } from '../runtime/handle';
import { receiptRowOf } from '../store/queries/records/receipts';
import { receiptOf } from './receipt-of';

/** The receipt of the live record, as often as it is asked for. */
export const receipt = handle(operation, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  async act({ personId }, { actor, db, services }) {
    const row = await receiptRowOf(db, actor.countyCode, personId);
    if (row === undefined) throw new Problem('found.nothing', { what: '填报记录' });
    return receiptOf(services.county, row);
  },
});
