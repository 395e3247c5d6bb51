import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { findDivision, villages } from '@/domain/divisions';
import { addDays, idCheckDigit } from '@/domain/identity';

const surnames = '潘韦陆石杨王李吴张莫白蒙覃罗黄周'.split('');
const given = '小明光荣秀英正华水生阿朵国强玉兰春花志勇美丽兴旺安平福寿云山月珍'.split('');
const prefixes = ['522732', '522701', '522702', '522722', '522723', '522725', '522726', '522727', '522728', '522729'];

/** Writes an invented register as a county would send it: households of three or four, a phone for every other person. */
export async function writeRegister(path: string, people: number): Promise<void> {
  const places = villages().map(({ name, parent }) => [findDivision(parent ?? '')?.name ?? '', name]);
  const file = createWriteStream(path);
  let text = '户号,姓名,公民身份号码,与户主关系,性别,出生日期,民族,户口性质,镇街,村居,组,户籍地址,联系电话\n';
  for (let turn = 0; turn < people; turn += 1) {
    text += rowOf(turn, places);
    if (text.length > 64 * 1024) {
      if (!file.write(text)) await once(file, 'drain');
      text = '';
    }
  }
  file.end(text);
  await once(file, 'close');
}

function rowOf(turn: number, places: readonly (readonly string[])[]): string {
  const household = Math.floor(turn / 3.6);
  const [town = '', village = ''] = places[household % places.length] ?? [];
  const isHead = turn === 0 || Math.floor((turn - 1) / 3.6) !== household;
  const number = numberOf(turn);
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const sex = Number(number.charAt(16)) % 2 === 1 ? '男' : '女';
  const group = `${1 + (household % 9)}组`;
  return [
    `5227${String(100_000_000 + household)}`,
    nameOf(turn),
    number,
    isHead ? '户主' : '子',
    sex,
    born,
    turn % 5 === 0 ? '布依族' : '水族',
    '农业家庭户口',
    town,
    village,
    group,
    `贵州省三都水族自治县${town}${village}${group}${household % 200}号`,
    turn % 2 === 0 ? `139${String(10_000_000 + turn)}` : '',
  ]
    .join(',')
    .concat('\n');
}

const nameOf = (turn: number): string =>
  `${surnames[turn % surnames.length]}${given[(turn * 7 + Math.floor(turn / 450)) % given.length]}${given[(turn * 11 + Math.floor(turn / 31)) % given.length]}`;

/** Invented numbers in the range of samples (sequence 990–999), all different. */
export function numberOf(turn: number): string {
  const days = 27_000;
  const date = addDays('1940-01-01', turn % days).replace(/-/g, '');
  const round = Math.floor(turn / days);
  const seventeen = `${prefixes[Math.floor(round / 10) % prefixes.length]}${date}99${round % 10}`;
  return seventeen + idCheckDigit(seventeen);
}

export const nameAt = nameOf;
