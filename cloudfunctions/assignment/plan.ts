import { type SharePlan, shareWork } from '@/domain/campaign/assignment';
import { isInPart } from '@/domain/campaign/parts';
import { localDay } from '@/domain/identity';
import { Problem } from '@/domain/problem';
import { digest } from '../runtime/digest';
import type { Context } from '../runtime/handle';
import { villagesUnder } from '../runtime/places';
import * as store from '../store/queries/assignment/assignments';
import { readLanguages } from '../store/queries/assignment/languages';
import { type Unit, unitsOf } from './units';

export interface Wish {
  divisionCode: string;
  postIds: readonly string[];
  /** Only his work is shared out again. */
  leaving: string | null;
}

/** A plan with all it was made of; computed the same way for the preview and when it is applied. */
export interface Planned {
  digest: string;
  plan: SharePlan;
  units: Unit[];
  leases: store.Lease[];
  workers: store.EnumeratorRow[];
  names: ReadonlyMap<string, string>;
  /** Who holds each unit afterwards; null nobody. In the order of `units`. */
  holders: (string | null)[];
}

const most = 2000;
const keyOf = ({ villageCode, part }: Unit): string => `${villageCode}/${part}`;

/** Errors: assignment.nobody, division.unknown. */
export async function planWork({ divisionCode, postIds, leaving }: Wish, context: Context): Promise<Planned> {
  const { db, actor, now, services } = context;
  const villages = villagesUnder(services.county, divisionCode);
  const leases = await store.leasesIn(db, actor.countyCode, villages, now);
  const languages = await readLanguages(db, actor.countyCode);
  const units = unitsOf(await store.partsIn(db, actor.countyCode, villages));
  const asked = { place: divisionCode, today: localDay(now), now, after: '', limit: most };
  const everyone = await store.enumeratorsUnder(db, actor.countyCode, asked);
  const workers = chosen(everyone, leases, { divisionCode, postIds, leaving });
  if (workers.every(({ postId }) => postId === leaving)) throw new Problem('assignment.nobody');
  const before = units.map((unit) => leases.find((lease) => holds(lease, unit)));
  const plan = shareWork({
    parts: units.map((unit, order) => ({
      id: keyOf(unit),
      village: unit.villageCode,
      part: unit.part,
      load: unit.left,
      order,
      // Everyone of the county is taken to speak Chinese.
      language: languages[unit.villageCode] === '汉语' ? '' : languages[unit.villageCode],
      cadre: before[order]?.cadre,
      holder: before[order]?.postId ?? null,
    })),
    workers: workers.map(({ postId, languages, workArea }) => ({ id: postId, languages, scopes: workArea })),
    leaving,
  });
  const taken = new Map(plan.moves.map(({ part, to }) => [part.id, to]));
  const holders = units.map((unit, place) => taken.get(keyOf(unit)) ?? before[place]?.postId ?? null);
  const names = new Map([
    ...leases.map(({ postId, enumerator }) => [postId, enumerator] as const),
    ...workers.map(({ postId, name }) => [postId, name] as const),
  ]);
  return { digest: digestOf(plan, leases, holders), plan, units, leases, workers, names, holders };
}

const holds = (lease: store.Lease, unit: Unit): boolean =>
  lease.villageCode === unit.villageCode && isInPart(lease.part, unit);

/** Those asked for; else whoever belongs here by his work or his work area; else everyone who may be sent here. */
function chosen(everyone: store.EnumeratorRow[], leases: readonly store.Lease[], wish: Wish): store.EnumeratorRow[] {
  const holding = new Set(leases.map(({ postId }) => postId));
  const wanted = everyone.filter(({ postId }) => wish.postIds.includes(postId) || postId === wish.leaving);
  if (wish.postIds.length > 0) return wanted;
  const here = everyone.filter(
    ({ postId, workArea }) => holding.has(postId) || workArea.some((area) => area.startsWith(wish.divisionCode))
  );
  return here.length > 0 ? here : everyone;
}

/**
 * Of the leases by version and of what the plan would make of them. Figures that move all day, like who is still due,
 * count only through the plan: it goes stale when it would come out differently, not with every form that comes in.
 */
const digestOf = (plan: SharePlan, leases: readonly store.Lease[], holders: readonly (string | null)[]): string =>
  digest(
    JSON.stringify([
      leases.map(({ assignmentId, version }) => [assignmentId, version]),
      plan.moves.map(({ part, from, to }) => [part.id, from, to]),
      holders,
    ])
  );
