import * as z from 'zod';
import { isWindowOpen, windowEnd } from '@/domain/campaign/household';
import { localDay } from '@/domain/identity';
import type { Db } from '../store/port';
import { readPhases } from '../store/queries/office/phases';
import { readSetting } from '../store/queries/office/settings';

/** Name of the county's setting, and what it holds. */
export const windowSetting = 'selfWindow';
const setting = z.object({ closesOn: z.string().nullable().default(null) });

export interface SelfWindow {
  closesOn: string | undefined;
  today: string;
  open: boolean;
}

/** Until when households may choose, as it stands today. */
export async function selfWindow(db: Db, countyCode: string, now: Date): Promise<SelfWindow> {
  const { closesOn: set } = await readSetting(db, countyCode, windowSetting, setting);
  const closesOn = windowEnd(await readPhases(db, countyCode), set);
  const today = localDay(now);
  return { closesOn, today, open: isWindowOpen(closesOn, today) };
}

export const windowReply = ({ closesOn, open }: SelfWindow) => ({ closesOn: closesOn ?? null, open });
