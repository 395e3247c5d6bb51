import * as z from 'zod';

/** What is spoken in the county; an enumerator's post names what he speaks. */
export const languages = ['汉语', '水语', '布依语', '苗语'] as const;
export type Language = (typeof languages)[number];

/** Whether somebody can be understood in a village; with Chinese everybody can, and '' is no wish. */
export const speaksThere = (spoken: readonly string[], wanted: Language | ''): boolean =>
  wanted === '' || wanted === '汉语' || spoken.includes(wanted);

/** Village code → what an enumerator must speak there. Kept as the setting `villageLanguages`; most villages need none. */
export const villageLanguages = z.record(z.string(), z.enum(languages));
