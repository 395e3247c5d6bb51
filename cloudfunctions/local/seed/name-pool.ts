import type { Code } from '@/domain/codes';
import type { Sex } from '@/domain/identity';

export type Ethnic = Code<'ethnic'>;
type Weighted<T> = readonly (readonly [item: T, weight: number])[];

/** Shares are invented: mostly Shui, as the county's name says. */
export const peoples: Weighted<Ethnic> = [
  ['25', 66],
  ['09', 17],
  ['06', 12],
  ['01', 4],
  ['12', 0.6],
  ['13', 0.4],
];

/** A few surnames carry most people, so that name and village together tell nobody apart. */
export const surnames: Readonly<Partial<Record<Ethnic, Weighted<string>>>> = {
  '25': [
    ['韦', 24],
    ['潘', 19],
    ['陆', 11],
    ['石', 10],
    ['杨', 9],
    ['吴', 7],
    ['蒙', 6],
    ['王', 5],
    ['李', 3],
    ['白', 2],
    ['胡', 2],
    ['莫', 2],
  ],
  '09': [
    ['罗', 16],
    ['王', 14],
    ['陈', 12],
    ['韦', 11],
    ['莫', 10],
    ['蒙', 9],
    ['黎', 7],
    ['岑', 6],
    ['黄', 8],
    ['覃', 7],
  ],
  '06': [
    ['杨', 20],
    ['吴', 15],
    ['龙', 12],
    ['张', 10],
    ['李', 10],
    ['王', 9],
    ['潘', 8],
    ['平', 4],
    ['余', 6],
    ['白', 6],
  ],
};

export const otherSurnames: Weighted<string> = [
  ['李', 10],
  ['王', 10],
  ['张', 9],
  ['刘', 8],
  ['陈', 8],
  ['杨', 7],
  ['周', 5],
  ['吴', 5],
  ['黄', 5],
  ['胡', 3],
  ['欧阳', 1],
];

/** Characters of given names by sex: the first list for those born before 1970, the second until 1995, the third since. */
export const given: Readonly<Record<Sex, readonly [string, string, string]>> = {
  '1': ['国明德昌光福老正永兴发庆树金万贵', '建军志勇文华平云海林成胜强忠学应', '浩宇俊杰子轩涛鹏航睿泽凯旭博嘉铭'],
  '2': ['秀英花妹桂珍兰菊凤翠玉莲银腊美香', '丽芬艳燕芳春梅红霞琴萍敏仙连菊群', '雨婷欣怡梦佳思琪诗涵雪莹倩颖依晨'],
};

/** Married in from elsewhere, with a dotted name. */
export const dottedNames: Readonly<Record<Sex, readonly string[]>> = {
  '1': ['买买提·吐尔逊', '阿不都热合曼·阿不都克里木', '次仁·旺堆'],
  '2': ['阿依努尔·买买提', '古丽巴哈尔·阿不都热依木', '央金·拉姆'],
};

/** Extension A, B, C and E: some are four bytes in UTF-8 and two units in JavaScript. */
export const rareCharacters = ['\u36c3', '\u{20bb7}', '\u{2a7dd}', '\u{2b5af}', '\u{2cc56}', '\u{2cb4e}'];
