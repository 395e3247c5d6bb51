import { own } from '@/domain/access';
import { reportSubscription as operation } from '@/domain/operations/account/account';
import { handle } from '../runtime/handle';
import { addSubscriptions } from '../store/queries/accounts';

export const reportSubscription = handle(operation, {
  concerns: () => own,
  async act({ agreed }, { actor, db, now }) {
    const rows = await addSubscriptions(db, actor.countyCode, actor.accountId, agreed, now);
    const left = (template: (typeof agreed)[number]) => rows.find((row) => row.template === template)?.remaining ?? 0;
    return { remaining: { reminder: left('reminder'), notice: left('notice'), returned: left('returned') } };
  },
});
