import { openTable } from '../../../../cloudfunctions/register/import/decode/open';
import { type DecodeLimits, decodeLimits, type Source } from '../../../../cloudfunctions/register/import/decode/source';
import { endlessSource, sourceOf } from '../../../support/file-source';
import { workbook, zip } from '../../../support/workbook';

const readAll = async (source: Source, sheet?: string, limits?: DecodeLimits) => {
  const table = await openTable(source, { sheet, limits });
  const rows: { line: number; cells: readonly string[] }[] = [];
  let blank = 0;
  try {
    for await (const piece of table.rows()) {
      rows.push(...piece.rows);
      blank += piece.blank;
    }
  } finally {
    await table.close();
  }
  return { rows, blank, encoding: table.encoding, format: table.format, sheets: table.sheets };
};

/** 姓名,村 / 韦小明,中海村 / 潘·阿朵,大坝村 in GB18030. */
const gb = Buffer.from('d0d5c3fb2cb4e50acea4d0a1c3f72cd6d0baa3b4e50ac5cba1a4b0a2b6e42cb4f3b0d3b4e50a', 'hex');
const people = '姓名,村\n韦小明,中海村\n潘·阿朵,大坝村\n';

describe('a register saved as text is read', () => {
  test.each([
    ['UTF-8', Buffer.from(people), 'UTF-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${people}`), 'UTF-8'],
    ['GB18030', gb, 'GB18030'],
    [
      'UTF-16 of Excel',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(people.replace(/,/g, '\t'), 'utf16le')]),
      'UTF-16',
    ],
    ['line ends of Windows', Buffer.from(people.replace(/\n/g, '\r\n')), 'UTF-8'],
    ['semicolons', Buffer.from(people.replace(/,/g, ';')), 'UTF-8'],
    ['no line end at the end', Buffer.from(people.slice(0, -1)), 'UTF-8'],
  ])('in %s', async (_, content, encoding) => {
    const read = await readAll(sourceOf(content));
    expect(read.encoding).toBe(encoding);
    expect(read.rows.map(({ cells }) => cells)).toEqual([
      ['姓名', '村'],
      ['韦小明', '中海村'],
      ['潘·阿朵', '大坝村'],
    ]);
    expect(read.rows.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  test('in pieces cut through the middle of characters', async () => {
    for (const content of [Buffer.from(people), gb]) {
      const read = await readAll(sourceOf(content, 1));
      expect(read.rows[2]?.cells).toEqual(['潘·阿朵', '大坝村']);
    }
  });

  test('with a character beyond the basic plane and one of four bytes in GB18030', async () => {
    const rare = '𫍯小𠮷';
    expect((await readAll(sourceOf(`姓名\n${rare}\n`))).rows[1]?.cells).toEqual([rare]);
    const fourBytes = Buffer.concat([Buffer.from('d0d5c3fb0a', 'hex'), Buffer.from([0x95, 0x32, 0x82, 0x36, 0x0a])]);
    expect((await readAll(sourceOf(fourBytes))).rows[1]?.cells).toEqual(['𠀀']);
  });

  test('with quotes, commas and line ends inside cells, keeping the line each row begins on', async () => {
    const read = await readAll(sourceOf('姓名,地址\n韦一,"三组,12号"\n韦二,"上寨\n下寨"\n韦三,他说""好""\n'));
    expect(read.rows.map(({ line, cells }) => [line, cells[0], cells[1]])).toEqual([
      [1, '姓名', '地址'],
      [2, '韦一', '三组,12号'],
      [3, '韦二', '上寨\n下寨'],
      [5, '韦三', '他说""好""'],
    ]);
  });

  test('passing over empty rows and counting them', async () => {
    const read = await readAll(sourceOf('姓名,村\n\n,,\n韦一,中海村\n , \n'));
    expect(read.rows.map(({ line }) => line)).toEqual([1, 4]);
    expect(read.blank).toBe(3);
  });

  test('ten million empty rows, never holding more than a few pieces of them', async () => {
    let given = 0;
    const source = endlessSource(function* () {
      yield '姓名,村\n韦一,中海村\n';
      const piece = ',\n'.repeat(50_000);
      for (given = 1; given <= 200; given += 1) yield piece;
      yield '韦二,大坝村\n';
    });
    const table = await openTable(source);
    let [blank, seen] = [0, 0];
    let last: unknown;
    for await (const piece of table.rows()) {
      seen += 1;
      blank += piece.blank;
      last = piece.rows.at(-1) ?? last;
      expect(piece.rows.length).toBeLessThan(10);
      expect(given - seen).toBeLessThan(3);
    }
    expect(blank).toBe(10_000_000);
    expect(last).toEqual({ line: 10_000_003, cells: ['韦二', '大坝村'] });
  });
});

describe('a workbook is read', () => {
  test('with shared texts, numbers, dates and the last value of a formula', async () => {
    const book = workbook([
      ['姓名', '户号', '出生日期', '备注'],
      ['韦一', 100123, { value: 32874, date: true }, { value: '三组', formula: 'CONCATENATE(A1,"组")' }],
      ['韦二', null, '1990-01-01', { value: '', formula: "cmd|' /C calc'!A0" }],
    ]);
    const read = await readAll(sourceOf(book));
    expect(read.format).toBe('xlsx');
    expect(read.sheets).toEqual(['名册']);
    expect(read.rows.map(({ cells }) => cells)).toEqual([
      ['姓名', '户号', '出生日期', '备注'],
      ['韦一', '100123', '1990-01-01', '三组'],
      ['韦二', '', '1990-01-01', ''],
    ]);
  });

  test('showing that a number too long for a spreadsheet was rounded', async () => {
    const read = await readAll(sourceOf(workbook([['身份证号'], [522732199001010000]])));
    expect(read.rows[1]?.cells[0]).toMatch(/e\+17$/);
  });

  test('with texts written into the cells and names with a prefix', async () => {
    const sheet =
      '<x:worksheet xmlns:x="a"><x:sheetData><x:row r="3"><x:c r="B3" t="inlineStr"><x:is><x:t>韦</x:t><x:rPh><x:t>wei</x:t></x:rPh><x:t>一</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const read = await readAll(sourceOf(workbook([], sheet)));
    expect(read.rows).toEqual([{ line: 3, cells: ['', '韦一'] }]);
  });
});

describe('a bad file is refused with a sentence that says what to do', () => {
  const book = workbook([['姓名'], ['韦一']]);
  const bomb = zip(
    {
      ...emptyBook(),
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${' '.repeat(40_000_000)}</sheetData></worksheet>`,
    },
    {}
  );
  test.each<[string, Buffer, RegExp]>([
    ['empty', Buffer.alloc(0), /文件是空的/],
    ['HTML called .csv', Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'), /其实是网页/],
    ['XML of old Excel', Buffer.from('<?xml version="1.0"?><Workbook/>'), /XML 表格/],
    ['old Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /\.xls/],
    ['PDF', Buffer.from('%PDF-1.7 …'), /PDF/],
    ['a packed folder', Buffer.from('526172211a0700', 'hex'), /压缩包/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /不是文字表格/],
    ['a document called .xlsx', zip({ 'word/document.xml': '<w/>' }), /没有工作表/],
    ['a binary workbook', zip({ 'xl/workbook.bin': 'x' }), /\.xlsb/],
    ['a workbook cut off', book.subarray(0, book.byteLength - 40), /不完整/],
    ['a workbook with broken XML', workbook([], '<worksheet><sheetData><row>'), /损坏/],
    ['a zip bomb', bomb, /大得不正常/],
    ['two encodings, UTF-8 first', Buffer.concat([Buffer.from(people), gb]), /第 4 行的文字编码.*UTF-8.*GB18030/],
    ['two encodings, GB18030 first', Buffer.concat([gb, Buffer.from(people)]), /第 4 行的文字编码.*GB18030.*UTF-8/],
    [
      'bytes of no encoding',
      Buffer.concat([Buffer.from(people), Buffer.from([0xff, 0xff, 0x0a])]),
      /第 4 行有读不出的文字/,
    ],
    ['a quote never closed', Buffer.from('姓名,村\n韦一,"中海村\n韦二,大坝村\n'), /第 2 行的引号没有配对/],
    ['one endless line', Buffer.from('韦'.repeat(3_000_000)), /第 1 行太长/],
    ['a thousand columns', Buffer.from(`姓名${','.repeat(1000)}\n`), /第 1 行超过 512 列/],
  ])('%s', async (_, content, sentence) => {
    await expect(readAll(sourceOf(content))).rejects.toThrow(sentence);
    await expect(readAll(sourceOf(content))).rejects.toMatchObject({ name: 'Problem', code: 'import.file' });
  });

  test('a part that unpacks to more than it said', async () => {
    const lie = zip(
      { ...emptyBook(), 'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(100_000)}</worksheet>` },
      { 'xl/worksheets/sheet1.xml': 100 }
    );
    await expect(readAll(sourceOf(lie))).rejects.toMatchObject({ code: 'import.file' });
  });

  test('a sheet that is not there', async () => {
    await expect(readAll(sourceOf(book), '人口')).rejects.toThrow(/没有名为“人口”的工作表/);
  });

  test('more rows than a spreadsheet can have', async () => {
    const sheet = '<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>';
    await expect(readAll(sourceOf(workbook([], sheet)))).rejects.toThrow(/超过 1048576 行/);
  });

  test('more texts than memory is set aside for', async () => {
    const texts = workbook([Array.from({ length: 500 }, (_, place) => `韦${place}`)]);
    await expect(readAll(sourceOf(texts), undefined, { ...decodeLimits, textBytes: 1000 })).rejects.toThrow(/文字太多/);
  });
});

function emptyBook(): Record<string, string> {
  return {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="名册" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  };
}
