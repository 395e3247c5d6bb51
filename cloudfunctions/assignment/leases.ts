import { isInPart, readPart } from '@/domain/campaign/parts';
import { divisionLabel, editionsWith } from '@/domain/divisions';
import { addDays, localTime } from '@/domain/identity';
import { Problem } from '@/domain/problem';
import { placeName, shortName } from '../runtime/places';
import type { CountySettings } from '../runtime/services';
import type { Lease, PartFigures } from '../store/queries/assignment/assignments';

/** 三组, 原拉海村, 原拉海村三组; 整村 for the whole. */
export function partName(part: string): string {
  if (part === '') return '整村';
  const { oldVillage, group } = readPart(part);
  const [edition] = oldVillage === '' ? [] : editionsWith(oldVillage);
  const old = edition === undefined ? oldVillage : (divisionLabel(oldVillage, edition) ?? oldVillage);
  return `${oldVillage === '' ? '' : `原${old.replace(/^.*(镇|街道)/, '')}`}${group}`;
}

export type CountedLease = Lease & { people: number; done: number };

/** People and done of each lease, out of what its village is made of: one count of a village serves all its leases. */
export function countLeases(leases: readonly Lease[], figures: readonly PartFigures[]): CountedLease[] {
  const byVillage = new Map<string, PartFigures[]>();
  for (const one of figures) byVillage.set(one.villageCode, [...(byVillage.get(one.villageCode) ?? []), one]);
  return leases.map((lease) => {
    const inside = (byVillage.get(lease.villageCode) ?? []).filter(({ group, oldVillageCode }) =>
      isInPart(lease.part, { groupName: group, oldVillageCode })
    );
    const people = inside.reduce((total, one) => total + one.people, 0);
    return { ...lease, people, done: people - inside.reduce((total, one) => total + one.left, 0) };
  });
}

export const leaseLine = (lease: CountedLease, county: CountySettings) => ({
  ...lease,
  villageName: shortName(county, lease.villageCode),
  partName: partName(lease.part),
});

/** A lease holds to the end of its last day in China. */
export const endOfDay = (day: string): Date => localTime(addDays(day, 1), 0);

/** Errors: state.changed when the page shows an older version, state.wrong when it is no longer held. */
export function currentLease(lease: Lease | undefined, version: number, county: CountySettings): Lease {
  if (lease === undefined) throw new Problem('found.nothing', { what: '采集任务' });
  if (lease.state !== 'held') {
    throw new Problem('state.wrong', { what: taskName(lease, county), state: states[lease.state] });
  }
  if (lease.version !== version) throw new Problem('state.changed', { what: taskName(lease, county) });
  return lease;
}

const states = { held: '进行中', handedBack: '已交回', takenBack: '已收回', expired: '已到期' } as const;

const taskName = ({ villageCode, part }: Lease, county: CountySettings): string =>
  `${placeName(county, villageCode)}${partName(part)}的任务`;
