import { toHalfWidth } from './plain-text';

const sentences = {
  empty: '请填写姓名。',
  tooLong: '姓名最长50个字。请核对是否多填了内容。',
  markup: '姓名里不能有 < > & 等符号，请删去。',
  invisible: '姓名里有看不见的字符，请删去后重新输入。',
  placeholder: '姓名里有问号。打不出的字请换手写输入，或请工作人员代为录入，不要用问号代替。',
  privateUse: '姓名里有旧系统的自造字，换一台设备会显示不出来。请重新输入这个字。',
  symbol: '姓名里有数字或符号，请对照身份证改正。',
  dot: '间隔号“·”应在两个字之间，只用一个。请改正。',
} as const;

export type NameFault = keyof typeof sentences;

export type NameReading =
  /** `rare` are the characters an old phone may not show or type. */
  { ok: true; name: string; rare: string[] } | { ok: false; reason: NameFault; message: string };

/** 民委发〔2016〕33号 asks for 50; counted in characters as people see them, not in UTF-16 units. */
export const longestName = 50;

export function readName(raw: string): NameReading {
  const name = normalizeName(raw);
  if (name === '') return fault('empty');
  if (/[<>&]/.test(name)) return fault('markup');
  const characters = Array.from(name);
  if (characters.some(isInvisible)) return fault('invisible');
  if (/[?\ufffd]/.test(name)) return fault('placeholder');
  if (characters.length > longestName) return fault('tooLong');
  if (characters.some(isPrivateUse)) return fault('privateUse');
  if (!characters.every(isNameCharacter)) return fault('symbol');
  if (/^\u00b7|\u00b7$|\u00b7\u00b7/.test(name)) return fault('dot');
  return { ok: true, name, rare: characters.filter(isRare) };
}

/**
 * One spelling for one name: half-width letters, the dot U+00B7 whatever was typed, no spaces but single ones between Latin words.
 * No Unicode normal form is applied: NFC would exchange characters that GB 18030 keeps apart.
 */
export function normalizeName(raw: string): string {
  return toHalfWidth(raw.replace(/\uff0e/g, '\u00b7'))
    .replace(/[\u2022\u2027\u30fb\uff65\u2219\u22c5\u25cf\u318d\u16eb]/g, '\u00b7')
    .replace(/([\u00b7-\uffff])\.(?=[\u00b7-\uffff])/g, '$1\u00b7')
    .replace(/[\t \u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .replace(/ ?\u00b7 ?/g, '\u00b7')
    .replace(/([\u2e80-\uffff]) (?=[\u2e80-\uffff])/g, '$1')
    .trim();
}

type Range = readonly [first: number, last: number];

/** 〇, extension A, the basic block, the compatibility block, and the planes of extensions B and later. */
const han: readonly Range[] = [
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x3fffd],
];

/** Controls, zero-width and direction marks, and half of a surrogate pair. */
const invisible: readonly Range[] = [
  [0x0000, 0x001f],
  [0x007f, 0x009f],
  [0x00ad, 0x00ad],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2069],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffc],
];

const privateUse: readonly Range[] = [
  [0xe000, 0xf8ff],
  [0xf0000, 0x10ffff],
];

function within(ranges: readonly Range[], character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return ranges.some(([first, last]) => code >= first && code <= last);
}

function isNameCharacter(character: string): boolean {
  return within(han, character) || /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u00b7 .'\u2019-]$/.test(character);
}

/** Outside the 20,902 characters every phone has had since Unicode 1.1. */
function isRare(character: string): boolean {
  return within(han, character) && character !== '\u3007' && !/^[\u4e00-\u9fa5]$/.test(character);
}

function isInvisible(character: string): boolean {
  return within(invisible, character);
}

function isPrivateUse(character: string): boolean {
  return within(privateUse, character);
}

function fault(reason: NameFault): NameReading {
  return { ok: false, reason, message: sentences[reason] };
}
