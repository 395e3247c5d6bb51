import { type Actor, roles } from '@/domain/access';
import { collectingPhase } from '@/domain/campaign';
import { localDay } from '@/domain/identity';
import { selfWindow } from '../household/window';
import { shortName } from '../runtime/places';
import type { CountySettings } from '../runtime/services';
import type { Db } from '../store/port';
import { readPhases } from '../store/queries/office/phases';

/** 2018年3月31日. */
export const spokenDay = (day: string): string =>
  `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** The last day of collecting in words; empty once collecting has become routine. */
export async function deadlineWords(db: Db, county: CountySettings, today: string): Promise<string> {
  const endsOn = collectingPhase(await readPhases(db, county.countyCode))?.endsOn;
  return endsOn === undefined || endsOn < today ? '' : spokenDay(endsOn);
}

/** What stands in the mini-program. No name in it: the page puts the person's name beside it. */
export async function reminderWords(db: Db, county: CountySettings, now: Date): Promise<string> {
  const deadline = await deadlineWords(db, county, localDay(now));
  const { open } = await selfWindow(db, county.countyCode, now);
  if (!open)
    return '就业信息还没有填报，自己选填报方式的时间已过，采集员会上门；您现在也可以在小程序里自己填，几分钟就能填完。';
  const until = deadline === '' ? '请尽快' : `请在${deadline}前`;
  return `就业信息还没有填报，${until}在小程序里填写，几分钟就能填完；不方便的话，可以请家里人代填，或等采集员上门。`;
}

/** Who reminds, as a resident knows them. */
export function senderName(actor: Actor, county: CountySettings, village: string): string {
  if (actor.role === 'committee') return `${shortName(county, village)}委会`.replace('社区委会', '社区居委会');
  if (actor.role === 'town') return `${shortName(county, village.slice(0, 9))}就业服务窗口`;
  return roles[actor.role];
}
