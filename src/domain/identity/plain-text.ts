/** What Chinese keyboards and copied tables put into numbers: full-width forms, ideographic and invisible spaces. */
const spaces = /[\s\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/g;

/** １２３ＡＢＣ becomes 123ABC; nothing else changes. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

export function withoutSpaces(text: string): string {
  return text.replace(spaces, '');
}

/** Numbers and codes as they are stored: half-width, upper-case, no spaces, no dashes. */
export function plainCode(text: string): string {
  return withoutSpaces(toHalfWidth(text))
    .replace(/[-\u2010-\u2015\u2212]/g, '')
    .toUpperCase();
}
