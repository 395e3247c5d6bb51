import { SaxesParser } from 'saxes';
import { local } from './shared-strings';

/** Which cell styles show a number as a date: their places in cellXfs. */
export async function readDateStyles(xml: AsyncIterable<string>): Promise<ReadonlySet<number>> {
  const formats = new Map<number, string>();
  const dates = new Set<number>();
  let inCells = false;
  let style = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const tag = local(name);
    if (tag === 'numFmt') formats.set(Number(attributes.numFmtId), String(attributes.formatCode));
    if (tag === 'cellXfs') inCells = true;
    if (tag !== 'xf' || !inCells) return;
    if (isDate(Number(attributes.numFmtId), formats)) dates.add(style);
    style += 1;
  });
  parser.on('closetag', ({ name }) => {
    if (local(name) === 'cellXfs') inCells = false;
  });
  for await (const piece of xml) parser.write(piece);
  parser.close();
  return dates;
}

/** ECMA-376 18.8.30: 14–17, 22 everywhere, 27–36 and 50–58 in Chinese Excel; own formats by their letters. */
function isDate(format: number, formats: ReadonlyMap<number, string>): boolean {
  const own = formats.get(format);
  if (own !== undefined) return /[yd年]/i.test(own.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
  return (
    (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58)
  );
}

/** A serial day of a workbook as YYYY-MM-DD; the calendar of 1900 counts a 29 February 1900 that never was. */
export function dateOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 1 && serial < 2_958_466)) return undefined;
  const whole = Math.floor(serial);
  const days = from1904 ? whole + 1462 : whole;
  const unix = days - 25_569 + (days < 60 ? 1 : 0);
  return new Date(unix * 86_400_000).toISOString().slice(0, 10);
}
