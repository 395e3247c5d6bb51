import { own } from '@/domain/access';
import * as operations from '@/domain/operations/account/family';
import { doneReply } from '@/domain/operations/shapes';
import { Problem } from '@/domain/problem';
import { handle } from '../runtime/handle';
import { limited } from '../runtime/limit';
import { renameAccount } from '../store/queries/accounts';
import { unbindPerson } from '../store/queries/people/own-persons';
import { bind } from './bind';

const aDay = 24 * 60;

/** Somebody who guesses names to numbers has five tries a day; the account then takes the person's name. */
export const bindSelf = limited(
  handle(operations.bindSelf, {
    concerns: () => own,
    async act(claim, context) {
      const bound = await bind({ ...claim, relation: 'self' }, context);
      await renameAccount(context.db, context.actor.countyCode, context.actor.accountId, bound.name);
      return bound;
    },
  }),
  { times: 5, minutes: aDay, who: 'caller' }
);

/** A large family fits into a day's tries. */
export const addFamilyMember = limited(
  handle(operations.addFamilyMember, { concerns: () => own, act: (claim, context) => bind(claim, context) }),
  { times: 20, minutes: aDay, who: 'caller' }
);

export const removeFamilyMember = handle(operations.removeFamilyMember, {
  concerns: () => own,
  async act({ personId }, { actor, db, now, note }) {
    const removed = await unbindPerson(db, actor.countyCode, actor.accountId, personId, now);
    if (removed === 0) throw new Problem('found.nothing', { what: '这位家人' });
    note({ subject: personId });
    return doneReply;
  },
});
