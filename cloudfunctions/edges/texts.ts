import type { Message } from './ports';
import { templates } from './templates';

/** The places of a template as WeChat wants them, e.g. { thing1: { value: '就业信息申报' } }. */
export type PlacedTexts = Record<string, { value: string }>;

/**
 * Puts the texts of a message in the places of its template: what is longer than a place holds is cut with «…».
 * Undefined when a place is empty or wrong, or a text looks like an identity or phone number: such a message is not sent.
 */
export function placeTexts({ template, data }: Message): PlacedTexts | undefined {
  const placed: PlacedTexts = {};
  for (const [name, place] of Object.entries(templates[template].places)) {
    const value = (data[name] ?? '').trim();
    const fitted = place.startsWith('thing') ? thing(value) : time(value);
    if (fitted === undefined) return undefined;
    placed[place] = { value: fitted };
  }
  return placed;
}

/** A number of a person anywhere in the text, also with spaces or hyphens inside or in full-width digits. */
export const holdsIdentity = (text: string): boolean =>
  /\d{15}|\d{17}[xX]|(?<!\d)1[3-9]\d{9}(?!\d)/.test(text.normalize('NFKC').replace(/[\s-]/g, ''));

/** `thing`: at most 20 characters, as WeChat counts (a rare character beyond the BMP is two). */
function thing(value: string): string | undefined {
  if (value === '' || holdsIdentity(value)) return undefined;
  if (value.length <= 20) return value;
  let kept = '';
  for (const character of value) {
    if (kept.length + character.length > 19) break;
    kept += character;
  }
  return `${kept}…`;
}

/** `time`: a day, or a day and a time of it. */
const time = (value: string): string | undefined =>
  /^\d{4}(-\d\d-\d\d|年\d{1,2}月\d{1,2}日)( \d\d:\d\d)?$/.test(value) ? value : undefined;
