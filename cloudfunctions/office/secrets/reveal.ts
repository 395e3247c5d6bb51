import { disclosure, mayReveal, own, revealables, revealSetting, revealsADay } from '@/domain/access';
import * as operations from '@/domain/operations/office/secrecy';
import { Problem } from '@/domain/problem';
import { concernOfPerson } from '../../people/scope';
import { dayInChina } from '../../runtime/clock';
import { handle } from '../../runtime/handle';
import { readSetting } from '../../store/queries/office/settings';
import { countReveal, revealsOf } from '../../store/queries/secrecy/reveals';
import { inFull } from './in-full';

/** What is masked everywhere is shown to one person, for minutes, for a reason, so many times a day. */
export const revealSecret = handle(operations.revealSecret, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  async act({ personId, what, reason }, context) {
    const { actor, db, now, note } = context;
    if (!mayReveal(actor.role, what)) throw new Problem('secret.role', { what: revealables[what] });
    const setting = await readSetting(db, actor.countyCode, 'reveal', revealSetting);
    const limit = revealsADay(actor.role, setting);
    const times = await countReveal(db, actor.countyCode, actor.postId, dayInChina(now));
    if (times > limit) throw new Problem('secret.limit', { limit });
    const lines = await inFull(personId, what, context);
    note({ reason, details: { what, times } });
    return {
      what,
      lines,
      expiresAt: new Date(now.getTime() + setting.minutes * 60_000).toISOString(),
      remaining: limit - times,
    };
  },
  remembered: (reply) => ({ ...reply, lines: [] }),
});

export const revealAllowance = handle(operations.revealAllowance, {
  concerns: () => own,
  async act(_, { actor, db, now }) {
    const setting = await readSetting(db, actor.countyCode, 'reveal', revealSetting);
    const limit = revealsADay(actor.role, setting);
    const times = await revealsOf(db, actor.countyCode, actor.postId, dayInChina(now));
    const may = [...disclosure[actor.role].mayReveal];
    return { may, limit, remaining: Math.max(0, limit - times), minutes: setting.minutes };
  },
});
