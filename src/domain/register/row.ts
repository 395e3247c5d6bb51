import {
  idTypeOf,
  nameKey,
  normalizeName,
  plainCode,
  readIdNumber,
  readName,
  readPhone,
  upgradeOldNumber,
} from '../identity';
import type { RegisterField, RegisterMapping } from './fields';
import type { RowReason } from './outcomes';
import {
  type RegisterStatus,
  type Relation,
  readDate,
  readEthnic,
  readHouseholdNo,
  readHukou,
  readRelation,
  readSex,
  readStatus,
} from './values';

/** What a row says, put right. Texts are '' where the row says nothing. */
export interface RegisterRow {
  name: string;
  nameKey: string;
  /** The usable number; '' for someone who gets a temporary identity. */
  idNumber: string;
  idType: string;
  /** The number of eighteen digits that an old one of fifteen became. */
  upgraded: string;
  /** Why there is no usable number. */
  idDoubt: 'noId' | 'wrongId' | 'oldId' | 'idRounded' | undefined;
  sex: string;
  birthDate: string | null;
  ethnic: string;
  hukouNature: string;
  relation: Relation;
  householdNo: string;
  headName: string;
  headIdNumber: string;
  villageCode: string;
  town: string;
  village: string;
  group: string;
  houseNo: string;
  address: string;
  residence: string;
  phone: string;
  status: RegisterStatus;
}

export type RowReading =
  | { kind: 'row'; row: RegisterRow; doubts: RowReason[] }
  | { kind: 'refused'; reason: RowReason; name: string };

export interface RowContext {
  mapping: RegisterMapping;
  /** Columns of the header: what stands beyond them was pushed there. */
  columns: number;
  /** YYYY-MM-DD, +8. */
  today: string;
}

/** Reads one row of a register. Nothing is thrown away silently: what cannot be used is a doubt or a refusal. */
export function readRow(cells: readonly string[], { mapping, columns, today }: RowContext): RowReading {
  const cell = (field: RegisterField): string => {
    const column = mapping[field];
    return column === undefined ? '' : unwrapped((cells[column] ?? '').trim());
  };
  const rawName = cell('name').replace(invisible, '');
  const refusal = refusalOf(cells, columns, rawName, cell('idNumber'));
  if (refusal !== undefined) return { kind: 'refused', reason: refusal, name: '' };
  const named = readName(rawName);
  if (
    !named.ok &&
    (named.reason === 'markup' ||
      named.reason === 'tooLong' ||
      !/[\p{sc=Han}A-Za-z]/u.test(rawName) ||
      /^[=+@-]/.test(rawName))
  ) {
    return { kind: 'refused', reason: 'badName', name: '' };
  }
  const name = named.ok ? named.name : normalizeName(rawName);
  const doubts: RowReason[] = named.ok ? [] : ['nameUnreadable'];
  const id = readId(cell('idNumber'), today);
  const sex = readSex(cell('sex'));
  const birthDate = readDate(cell('birthDate'));
  if (id.sex !== undefined && sex !== undefined && sex !== id.sex) doubts.push('idAgainstSex');
  if (id.birthDate !== undefined && birthDate !== undefined && birthDate !== id.birthDate)
    doubts.push('idAgainstBirth');
  if (id.doubt !== undefined) doubts.unshift(id.doubt);
  const born = id.birthDate ?? birthDate ?? null;
  if (id.doubt === 'noId' && born === null) doubts.unshift('birthMissing');
  const head = readHead(cell('headName'), cell('headIdNumber'), today);
  const relation = relationOf(cell('relation'), name, id.number, head);
  if (relation === '0' && head.idNumber !== '' && id.number !== '' && head.idNumber !== id.number)
    doubts.push('headOtherNumber');
  const phone = readPhone(cell('phone').split(/[、,，;；/ ]/)[0] ?? '');
  const row: RegisterRow = {
    name,
    nameKey: nameKey(name),
    idNumber: id.number,
    idType: id.idType,
    upgraded: id.upgraded,
    idDoubt: id.doubt,
    sex: id.sex ?? sex ?? '9',
    birthDate: born !== null && born > today ? null : born,
    ethnic: readEthnic(cell('ethnic')) ?? '',
    hukouNature: readHukou(cell('hukouNature')) ?? '',
    relation,
    householdNo: readHouseholdNo(cell('householdNo')),
    headName: relation === '0' ? name : head.name,
    headIdNumber: relation === '0' && id.number !== '' ? id.number : head.idNumber,
    villageCode: plainCode(cell('villageCode')).replace(/\D/g, ''),
    town: cell('town'),
    village: cell('village'),
    group: cell('group').slice(0, 40),
    houseNo: cell('houseNo').slice(0, 40),
    address: cell('address').slice(0, 200),
    residence: cell('residence').slice(0, 200),
    phone: phone.ok ? phone.number : '',
    status: readStatus(cell('status')),
  };
  return { kind: 'row', row, doubts };
}

/** ="522732…" and '522732…: how tables keep a number from being rounded. */
const unwrapped = (cell: string): string => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell.replace(/^'(?=\d)/, '');

/** What keyboards and web pages leave in names without anyone seeing it. */
const invisible = /[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/g;

function refusalOf(cells: readonly string[], columns: number, name: string, id: string): RowReason | undefined {
  if (cells.slice(columns).some((cell) => cell.trim() !== '')) return 'columnShift';
  const first = (cells.find((cell) => cell.trim() !== '') ?? '').trim();
  const words =
    /^(合\s*计|小\s*计|总\s*计|共\s*计|备\s*注|说\s*明|制表|填表|审核|单位负责人|注[:：]|第.{1,4}页|共.{1,4}[页人户])/;
  if ((words.test(name) || words.test(first)) && !/\d{15}/.test(id)) return 'notAPerson';
  if (/^(姓\s*名|成员姓名|人员姓名)$/.test(name)) return 'notAPerson';
  return name === '' ? 'noName' : undefined;
}

/** 5.2E+17: a spreadsheet took the number for a quantity and dropped its end. */
export const isRoundedNumber = (cell: string): boolean => /^\d(\.\d+)?E\+?1\d$/i.test(cell.trim());

interface ReadId {
  number: string;
  idType: string;
  upgraded: string;
  doubt: RegisterRow['idDoubt'];
  sex: string | undefined;
  birthDate: string | undefined;
}

const temporary = '2';

function readId(raw: string, today: string): ReadId {
  const none = { number: '', idType: temporary, upgraded: '', sex: undefined, birthDate: undefined };
  const text = plainCode(raw);
  if (text === '' || /^(无|没有|未办|暂无|不详|0+|\/+)$/.test(text)) return { ...none, doubt: 'noId' };
  if (isRoundedNumber(text)) return { ...none, doubt: 'idRounded' };
  const reading = readIdNumber(text, today);
  if (reading.ok) {
    const known = 'sex' in reading ? reading : { sex: undefined, birthDate: undefined };
    return {
      ...none,
      number: reading.number,
      idType: idTypeOf[reading.holder],
      sex: known.sex,
      birthDate: known.birthDate,
      doubt: undefined,
    };
  }
  if (reading.upgraded === undefined) return { ...none, doubt: 'wrongId' };
  const today18 = readIdNumber(reading.upgraded, today);
  const known = today18.ok && 'sex' in today18 ? today18 : { sex: undefined, birthDate: undefined };
  return { ...none, upgraded: reading.upgraded, doubt: 'oldId', sex: known.sex, birthDate: known.birthDate };
}

interface Head {
  name: string;
  idNumber: string;
}

function readHead(name: string, idNumber: string, today: string): Head {
  const reading = readIdNumber(idNumber, today);
  const upgraded = !reading.ok && /^\d{15}$/.test(plainCode(idNumber)) ? upgradeOldNumber(plainCode(idNumber)) : '';
  return { name: normalizeName(name), idNumber: reading.ok ? reading.number : upgraded };
}

/** Where no relation is written, the head is the one whose own number or, without numbers, name is the head's. */
function relationOf(cell: string, name: string, idNumber: string, head: Head): Relation {
  const read = readRelation(cell);
  if (read !== undefined) return read;
  if (cell !== '') return '9';
  if (head.idNumber !== '' && idNumber !== '') return head.idNumber === idNumber ? '0' : '9';
  return head.name !== '' && head.name === name ? '0' : '9';
}
