import { plainCode, readName, readPhone } from '../identity';
import type { RegisterField } from './fields';
import { readDate, readEthnic, readHukou, readRelation, readSex } from './values';

/**
 * The part of the cells (0–1) that look like the field; undefined for fields whose content says nothing, and when
 * there is nothing to look at.
 */
export function looksLike(field: RegisterField, cells: readonly string[]): number | undefined {
  const test = tests[field];
  if (test === undefined || cells.length === 0) return undefined;
  return cells.filter(test).length / cells.length;
}

const isIdNumber = (cell: string): boolean => /^(\d{17}[0-9X]|\d{15}|\d(\.\d+)?E\+?1[4-7])$/.test(plainCode(cell));
const isName = (cell: string): boolean =>
  cell.trim().length >= 2 && cell.trim().length <= 20 && readName(cell).ok && !/[村组号镇县族]$/.test(cell);

const tests: Partial<Record<RegisterField, (cell: string) => boolean>> = {
  name: isName,
  headName: isName,
  idNumber: isIdNumber,
  headIdNumber: isIdNumber,
  relation: (cell) => readRelation(cell) !== undefined,
  sex: (cell) => readSex(cell) !== undefined,
  birthDate: (cell) => readDate(cell) !== undefined,
  ethnic: (cell) => readEthnic(cell) !== undefined,
  hukouNature: (cell) => readHukou(cell) !== undefined,
  villageCode: (cell) => /^\d{9}(\d{3})?$/.test(cell.trim()),
  phone: (cell) => readPhone(cell).ok,
};
