import { crc32, deflateRawSync } from 'node:zlib';

/** Files of a zip, name → content. */
export function zip(
  files: Readonly<Record<string, string | Buffer>>,
  claimed: Readonly<Record<string, number>> = {}
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc(raw), 10);
    common.writeUInt32LE(packed.byteLength, 14);
    common.writeUInt32LE(claimed[name] ?? raw.byteLength, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([signature(0x04034b50), common, Buffer.from(name), packed]);
    const entry = Buffer.concat([
      signature(0x02014b50),
      two(20),
      common,
      Buffer.alloc(10),
      four(offset),
      Buffer.from(name),
    ]);
    parts.push(local);
    directory.push(entry);
    offset += local.byteLength;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.concat([
    signature(0x06054b50),
    Buffer.alloc(4),
    two(directory.length),
    two(directory.length),
    four(table.byteLength),
    four(offset),
    two(0),
  ]);
  return Buffer.concat([...parts, table, end]);
}

export interface SheetCell {
  value: string | number;
  /** Shown as a date. */
  date?: boolean;
  formula?: string;
}

/** A workbook as WPS and Excel write it: texts in one shared table, dates as styled numbers. */
export function workbook(
  rows: readonly (readonly (string | number | SheetCell | null)[])[],
  sheetXml?: string
): Buffer {
  const texts: string[] = [];
  const body = rows.map((row, place) => {
    const cells = row.map((cell, column) =>
      cell === null ? '' : cellXml(cell, `${letters(column)}${place + 1}`, texts)
    );
    return `<row r="${place + 1}">${cells.join('')}</row>`;
  });
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `${head}<workbook ${main}><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet ${main}><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst ${main}>${texts.map((text) => `<si><t>${escapeXml(text)}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml':
      sheetXml ?? `${head}<worksheet ${main}><sheetData>${body.join('')}</sheetData></worksheet>`,
  });
}

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const main =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function cellXml(cell: string | number | SheetCell, reference: string, texts: string[]): string {
  const { value, date, formula } = typeof cell === 'object' ? cell : { value: cell, date: false, formula: undefined };
  if (formula !== undefined) {
    return `<c r="${reference}" t="str"><f>${escapeXml(formula)}</f><v>${escapeXml(String(value))}</v></c>`;
  }
  if (typeof value === 'number') return `<c r="${reference}"${date ? ' s="1"' : ''}><v>${value}</v></c>`;
  texts.push(value);
  return `<c r="${reference}" t="s"><v>${texts.length - 1}</v></c>`;
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

const signature = (value: number): Buffer => four(value);
const four = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const two = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

const crc = (bytes: Buffer): number => crc32(bytes);
