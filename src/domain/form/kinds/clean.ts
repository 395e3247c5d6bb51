/** Characters that nobody sees: zero-width marks, byte-order mark, direction marks. */
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD]/g;

/** Full-width letters, digits and signs to half-width; the ideographic space to a space. */
export function toHalfWidth(words: string): string {
  return words
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0]/g, ' ');
}

/** Nearly every answer comes tidy, and a form has a hundred: one look saves four passes over each. */
const untidy =
  /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u3000\u00A0\t\r]/;
const plainSigns = /^[\x21-\x7E]*$/;

/** Free text keeps its Chinese punctuation: only digits and letters become half-width. */
export function tidyWords(words: string): string {
  if (!untidy.test(words)) return words.trim();
  return words
    .replace(invisible, '')
    .replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0\t]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .trim();
}

/** For codes and numbers: no blanks at all. */
export const tidySigns = (words: string): string =>
  plainSigns.test(words) ? words : toHalfWidth(words.replace(invisible, '')).replace(/\s+/g, '');

/** Characters as people count them, so that one rare character is one. */
export function characters(words: string): number {
  let count = 0;
  for (const _ of words) count += 1;
  return count;
}

/** Half of a surrogate pair: the character was cut in two. */
export function hasBrokenCharacter(words: string): boolean {
  for (const sign of words) {
    const code = sign.charCodeAt(0);
    if (sign.length === 1 && code >= 0xd800 && code <= 0xdfff) return true;
  }
  return words.includes('\uFFFD');
}

/** Line breaks are no control characters here: only a field of several lines keeps them. */
export function hasControlCharacter(words: string): boolean {
  for (let place = 0; place < words.length; place += 1) {
    const code = words.charCodeAt(place);
    if ((code < 0x20 && code !== 0x0a) || (code >= 0x7f && code <= 0x9f)) return true;
  }
  return false;
}

/** Markup such as <b>, </b> or <!-- ; a lone «<» as in 工资<3000 is fine. */
export const looksLikeMarkup = (words: string): boolean => /<\s*[a-zA-Z/!?]/.test(words) || /&#?\w{2,8};/.test(words);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
