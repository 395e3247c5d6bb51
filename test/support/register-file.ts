import { type Sex, sampleIdNumber } from '../../src/domain/identity';

/** Rows of a household register as a county would send them. Numbers are made at run time. */
export interface FileRow {
  姓名: string;
  公民身份号码: string;
  户号?: string;
  户主姓名?: string;
  户主身份证号?: string;
  与户主关系?: string;
  性别?: string;
  出生日期?: string;
  民族?: string;
  户口性质?: string;
  村居代码?: string;
  镇街?: string;
  村居?: string;
  组?: string;
  户籍地址?: string;
  现居住地?: string;
  联系电话?: string;
  户籍变动?: string;
}

export const numberOf = (born: string, sex: Sex = '1', turn = 0, prefix = '522732'): string =>
  sampleIdNumber(prefix, born, sex, turn);

/** The old form of a number: no century, no check digit. */
export const oldForm = (eighteen: string): string => eighteen.slice(0, 6) + eighteen.slice(8, 17);

/** One digit wrong, so that the check digit does not fit. */
export const wrongForm = (eighteen: string): string =>
  eighteen.slice(0, 16) + String((Number(eighteen.charAt(16)) + 2) % 10) + eighteen.charAt(17);

/** CSV with the columns that any row has, in the order of the first row that has them. */
export function registerCsv(rows: readonly FileRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))] as (keyof FileRow)[];
  const line = (cells: readonly string[]) =>
    `${cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(',')}\n`;
  return line(columns) + rows.map((row) => line(columns.map((column) => row[column] ?? ''))).join('');
}
