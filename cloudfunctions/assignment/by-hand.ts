import { own, places } from '@/domain/access';
import { collectingPhase } from '@/domain/campaign';
import { speaksThere } from '@/domain/campaign/assignment';
import { partsOverlap } from '@/domain/campaign/parts';
import { addDays, localDay } from '@/domain/identity';
import * as operations from '@/domain/operations/office/assignment';
import { Problem } from '@/domain/problem';
import { type Context, handle } from '../runtime/handle';
import { newId } from '../runtime/ids';
import { knownPlace, placeName } from '../runtime/places';
import * as store from '../store/queries/assignment/assignments';
import { readLanguages } from '../store/queries/assignment/languages';
import { readPhases } from '../store/queries/office/phases';
import { findPost, nameOfAccount } from '../store/queries/office/posts';
import { currentLease, endOfDay } from './leases';

/** One holder for each person: a village and a part of it are never held by two. */
export const assign = handle(operations.assign, {
  concerns: ({ villageCode }) => places(villageCode),
  async act({ postId, villageCode, part, cadre, until, reason }, context) {
    const { db, actor, now, note, services } = context;
    knownPlace(services.county, villageCode);
    const last = until ?? (await usualEnd(context));
    const holder = await checkHolder({ postId, villageCode, last }, context);
    await checkLanguage({ ...holder, villageCode, reason }, context);
    await store.lockVillage(db, actor.countyCode, villageCode);
    await store.expireLeases(db, actor.countyCode, now, villageCode);
    const held = await store.leasesIn(db, actor.countyCode, [villageCode], now);
    const blocking = held.find((lease) => partsOverlap(lease.part, part));
    if (blocking !== undefined) {
      const code = blocking.part === part ? 'assignment.held' : 'assignment.overlap';
      throw new Problem(code, { village: placeName(services.county, villageCode), name: blocking.enumerator });
    }
    const assignmentId = newId('s', now);
    const leasedUntil = endOfDay(last);
    const lease = {
      assignmentId,
      postId,
      villageCode,
      part,
      cadre,
      assignedBy: actor.accountId,
      now,
      until: leasedUntil,
    };
    await store.addLeases(db, actor.countyCode, [lease]);
    note({ subject: postId, reason, details: { assignment: assignmentId, part, until: last } });
    return { assignmentId, version: 1, state: 'held' as const, leasedUntil: leasedUntil.toISOString() };
  },
});

export const takeBack = handle(operations.takeBack, {
  concerns: async ({ assignmentId }, context) => places(await villageOf(assignmentId, context)),
  act: ({ assignmentId, version, reason }, context) =>
    end({ assignmentId, version, reason, state: 'takenBack' }, context),
});

/** Only one's own: nobody hands back what another holds. */
export const handBack = handle(operations.handBack, {
  concerns: () => own,
  async act({ assignmentId, version, reason }, context) {
    const { db, actor } = context;
    const lease = await store.findLease(db, actor.countyCode, assignmentId);
    if (lease?.postId !== actor.postId) throw new Problem('found.nothing', { what: '您的这项采集任务' });
    return end({ assignmentId, version, reason, state: 'handedBack' }, context);
  },
});

export const extend = handle(operations.extend, {
  concerns: async ({ assignmentId }, context) => places(await villageOf(assignmentId, context)),
  async act({ assignmentId, version, until }, context) {
    const { db, actor, note, services } = context;
    const found = await store.findLease(db, actor.countyCode, assignmentId);
    const lease = currentLease(found, version, services.county);
    await checkHolder({ postId: lease.postId, villageCode: lease.villageCode, last: until }, context);
    const leasedUntil = endOfDay(until);
    await store.extendLease(db, actor.countyCode, assignmentId, leasedUntil);
    note({ subject: lease.postId, details: { assignment: assignmentId, until } });
    return { assignmentId, version: version + 1, state: 'held' as const, leasedUntil: leasedUntil.toISOString() };
  },
});

interface Ending {
  assignmentId: string;
  version: number;
  reason: string;
  state: 'handedBack' | 'takenBack';
}

async function end({ assignmentId, version, reason, state }: Ending, { db, actor, now, note, services }: Context) {
  const found = await store.findLease(db, actor.countyCode, assignmentId);
  const lease = currentLease(found, version, services.county);
  await store.endLeases(db, actor.countyCode, { assignmentIds: [assignmentId], state, reason, now });
  note({ subject: lease.postId, place: lease.villageCode, reason, details: { assignment: assignmentId } });
  return { assignmentId, version: version + 1, state, leasedUntil: lease.leasedUntil };
}

/** Who gets it. Errors: assignment.post, assignment.until. */
export async function checkHolder(
  { postId, villageCode, last }: { postId: string; villageCode: string; last: string },
  { db, actor, now }: Context
): Promise<{ name: string; languages: string[] }> {
  const post = await findPost(db, actor.countyCode, postId);
  const account = post && (await nameOfAccount(db, actor.countyCode, post.accountId));
  const fits = post?.role === 'enumerator' && post.places.some((place) => villageCode.startsWith(place));
  if (!fits || account?.state !== 'active') throw new Problem('assignment.post');
  const today = localDay(now);
  if (post.endsOn !== null && post.endsOn < today) throw new Problem('assignment.post');
  if (last < today || (post.endsOn !== null && last > post.endsOn)) throw new Problem('assignment.until');
  return { name: account.name, languages: post.languages };
}

/** Errors: assignment.language, unless somebody has said why all the same. */
async function checkLanguage(
  given: { name: string; languages: string[]; villageCode: string; reason: string },
  { db, actor, services }: Context
): Promise<void> {
  const { name, languages, villageCode, reason } = given;
  const wanted = (await readLanguages(db, actor.countyCode))[villageCode] ?? '';
  if (speaksThere(languages, wanted) || reason.length >= 2) return;
  const village = placeName(services.county, villageCode);
  throw new Problem('assignment.language', { village, language: wanted, name });
}

/** The end of collecting; later, a month at a time. */
export async function usualEnd({ db, actor, now }: Context): Promise<string> {
  const today = localDay(now);
  const endsOn = collectingPhase(await readPhases(db, actor.countyCode))?.endsOn ?? today;
  return endsOn > today ? endsOn : addDays(today, 30);
}

async function villageOf(assignmentId: string, { db, actor }: Context): Promise<string> {
  const lease = await store.findLease(db, actor.countyCode, assignmentId);
  if (lease === undefined) throw new Problem('found.nothing', { what: '采集任务' });
  return lease.villageCode;
}
