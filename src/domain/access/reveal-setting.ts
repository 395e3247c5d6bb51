import * as z from 'zod';
import { disclosure } from './disclosure';
import type { Role } from './roles';

/** How long a page shows what was looked at, and how often a post may look on one day. Kept as the setting `reveal`. */
export const revealSetting = z.object({
  minutes: z.int().min(1).max(60).default(5),
  perDay: z.int().min(0).max(10_000).default(40),
  /** For those who only dial: a day of calls. */
  perDayDialling: z.int().min(0).max(10_000).default(150),
});
export type RevealSetting = z.output<typeof revealSetting>;

/** How often a day this role may look. */
export const revealsADay = (role: Role, { perDay, perDayDialling }: RevealSetting): number =>
  disclosure[role].mayReveal.every((what) => what === 'phone') ? perDayDialling : perDay;
