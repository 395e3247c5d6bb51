import { type Code, codeList, isCode } from '../codes';
import { isCalendarDate, plainCode, toHalfWidth, withoutSpaces } from '../identity';

/** Reads single cells as counties write them. Undefined: not readable as such. */

const plain = (cell: string): string => withoutSpaces(toHalfWidth(cell));

export function readSex(cell: string): '1' | '2' | undefined {
  const text = plain(cell);
  if (/^(男性?|1|M)$/i.test(text)) return '1';
  return /^(女性?|2|F)$/i.test(text) ? '2' : undefined;
}

/** 1990-01-01, 1990/1/1, 1990.1.1, 1990年1月1日, 19900101, with or without a time of day; a day of a spreadsheet. */
export function readDate(cell: string): string | undefined {
  // the time of day goes while the space before it still tells 1 0:00 from 10:00
  const text = plain(toHalfWidth(cell).replace(/(?<=[\d日])(\s+|T)\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?\s*$/, ''));
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return /^[1-6]\d{4}$/.test(text) ? dateOfDay(Number(text)) : undefined;
  const date = `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
  return isCalendarDate(date) && date >= '1850-01-01' ? date : undefined;
}

/** Days of the spreadsheets' calendar, which begins on 1899-12-30 for everyone alive. */
const dateOfDay = (day: number): string => new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10);

export function readEthnic(cell: string): Code<'ethnic'> | undefined {
  const text = plain(cell);
  if (isCode('ethnic', text.padStart(2, '0')) && /^\d{1,2}$/.test(text)) return text.padStart(2, '0') as Code<'ethnic'>;
  return ethnicByName.get(text.replace(/族$/, ''));
}

const ethnicByName = new Map(
  codeList('ethnic').items.map((item) => [item.label.replace(/族$/, ''), item.code as Code<'ethnic'>])
);

/** The three values of the form; a collective or family household says nothing about farming. */
export function readHukou(cell: string): Code<'hukou_nature'> | undefined {
  const text = plain(cell);
  if (/^(10|11|12)$/.test(text) || /非农|城镇|城市/.test(text)) return '10';
  if (/^(20|21|22)$/.test(text) || /农业|农村|农民/.test(text)) return '20';
  return /^(50|51|52)$/.test(text) || /居民/.test(text) ? '50' : undefined;
}

export type Relation = Code<'relation_short'>;

/** 户主, 妻, 次子, 儿媳, 外孙女 …, or a code of GB/T 4761. */
export function readRelation(cell: string): Relation | undefined {
  const text = plain(cell).replace(/^(户主的|之|是户主的)/, '');
  if (text === '') return undefined;
  if (/^\d{2}$/.test(text)) return relationOfCode(text);
  if (/^\d$/.test(text)) return text as Relation;
  return relationWords.find(([words]) => words.test(text))?.[1];
}

/** In this order: 孙媳 is a grandchild's wife, 岳父 no father, 儿媳 no child. */
const relationWords: readonly (readonly [words: RegExp, relation: Relation])[] = [
  [/^(户主|本人|本人或户主|户主本人|主)$/, '0'],
  [/祖父|祖母|爷爷|奶奶|外公|外婆|姥爷|姥姥|曾祖/, '5'],
  [/孙|重外/, '7'],
  [/儿媳|媳妇|女婿|子媳|婿|^媳$/, '6'],
  [/岳父|岳母|公公|婆婆|家公|家婆|公婆/, '4'],
  [/^(配偶|夫|妻|丈夫|妻子|爱人|老婆|老公|夫妻)$/, '1'],
  [/兄|弟|姐|妹|嫂|^哥/, '8'],
  [/侄|甥|伯|叔|舅|姑|姨|堂|表|寄养|保姆|亲属|其他|其它|非亲|同住|雇|朋友|集体/, '9'],
  [/父|母|爸|妈|^爹|^娘/, '3'],
  [/子|女|儿|囡/, '2'],
];

function relationOfCode(code: string): Relation | undefined {
  if (code === '01' || code === '02') return '0';
  const first = code.charAt(0);
  if (code === '28' || code === '38') return '6';
  if (/^5[3-6]$/.test(code)) return '4';
  const byTen: Readonly<Record<string, Relation>> = {
    1: '1',
    2: '2',
    3: '2',
    4: '7',
    5: '3',
    6: '5',
    7: '8',
    8: '9',
    9: '9',
  };
  return byTen[first];
}

export type RegisterStatus = 'here' | 'died' | 'left';

export function readStatus(cell: string): RegisterStatus {
  const text = plain(cell);
  if (/死亡|亡故|去世|已故|病故|死|注销/.test(text)) return 'died';
  return /迁出|迁往|转出|迁移出|出县/.test(text) ? 'left' : 'here';
}

/** Household numbers as compared: no spaces, half-width, capitals; an Excel number keeps its digits. */
export const readHouseholdNo = (cell: string): string => plainCode(cell).replace(/\.0+$/, '').slice(0, 40);
