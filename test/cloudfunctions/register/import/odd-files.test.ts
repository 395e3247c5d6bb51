import * as operations from '../../../../src/domain/operations/people/register-import';
import { expectCountersToHold } from '../../../support/counters';
import { type County, home, openCounty } from '../../../support/county';
import { numberOf } from '../../../support/register-file';
import { importFile, personNamed } from '../../../support/register-import';
import { workbook, zip } from '../../../support/workbook';

/** Files as offices really send them: odd to look at, and yet every row can be read. */
const [one, two] = [numberOf('1970-01-02'), numberOf('1972-03-04', '2', 1)];

const imported = async (content: string | Buffer) => {
  const county = await openCounty();
  const result = await importFile(county, content);
  expect(result).toMatchObject({
    state: 'done',
    counts: { added: 2, updated: 0, unchanged: 0, doubtful: 0, refused: 0 },
  });
  await expectCountersToHold(county);
  return county;
};

const expectBoth = async (county: County, more: object = {}): Promise<void> => {
  expect(await personNamed(county, '潘国强')).toMatchObject({ sex: '1', birth_date: '1970-01-02', village_code: home });
  expect(await personNamed(county, '韦秀英')).toMatchObject({
    sex: '2',
    birth_date: '1972-03-04',
    village_code: home,
    ...more,
  });
};

const heads = '户号,姓名,公民身份号码,与户主关系,出生日期,乡镇,行政村,户籍地址';
const lineOf = (name: string, number: string, relation: string, born: string, address: string): string =>
  `5227320099,${name},${number},${relation},${born},中和镇,中海村,${address}`;
const plainLines = [
  heads,
  lineOf('潘国强', one, '户主', '1970-01-02', '三组12号'),
  lineOf('韦秀英', two, '妻', '1972-03-04', '三组12号'),
];
const full = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

test.each<[string, string]>([
  ['CRLF and LF in turn', `${plainLines[0]}\r\n${plainLines[1]}\n${plainLines[2]}\r\n`],
  [
    'CRLF and LF in turn, with a quoted line end',
    `${plainLines[0]}\r\n${plainLines[1]?.replace('三组12号', '"三组\n12号"')}\n${plainLines[2]}\r\n`,
  ],
  ['no line end at the end', plainLines.join('\n')],
  ['line ends of old Macintoshes', plainLines.join('\r')],
  ['empty columns at the end of every line', plainLines.map((line) => `${line},,,`).join('\n')],
  ['empty columns behind the header only in the rows', `${plainLines[0]}\n${plainLines[1]},,\n${plainLines[2]},,,,\n`],
  ['tabs', plainLines.join('\n').replaceAll(',', '\t')],
  [
    'semicolons, and commas in the addresses',
    plainLines.join('\n').replaceAll(',', ';').replaceAll('三组12号', '三组,12号,上寨,东头,河边,桥头,坡上,坝子,田边'),
  ],
  [
    'tabs, and quoted addresses with many commas',
    plainLines
      .join('\n')
      .replaceAll(',', '\t')
      .replaceAll('三组12号', '"三组,12号,上寨,东头,河边,桥头,坡上,坝子,田边"'),
  ],
  [
    'a title and a remark above the header',
    `三都水族自治县户籍人口花名册\n填表单位：中和镇派出所\n${plainLines.join('\n')}`,
  ],
  ['every cell in quotes', plainLines.map((line) => line.replace(/[^,]+/g, '"$&"')).join('\r\n')],
  ['spaces around everything', plainLines.map((line) => line.replaceAll(',', ' , ')).join('\n')],
  [
    'full-width digits and spaces inside the number',
    plainLines
      .join('\n')
      .replace(one, full(one))
      .replace(two, two.replace(/(.{6})(.{8})/, '$1 $2 ')),
  ],
  ['a small x', plainLines.join('\n').replace(one, one.toLowerCase())],
  [
    'numbers written as ="…" so that Excel keeps them',
    plainLines.join('\n').replace(one, `="${one}"`).replace(two, `"=""${two}"""`),
  ],
  ['numbers behind an apostrophe or a tab', plainLines.join('\n').replace(one, `'${one}`).replace(two, `"\t${two}"`)],
  [
    'days with their time',
    plainLines.join('\n').replace('1970-01-02', '1970/1/2 0:00').replace('1972-03-04', '1972-3-4 00:00:00'),
  ],
  [
    'days in Chinese and in one number',
    plainLines.join('\n').replace('1970-01-02', '1970年1月2日').replace('1972-03-04', '19720304'),
  ],
  ['names with marks nobody sees', plainLines.join('\n').replace('潘国强', '\u200b潘 国 强\u00a0')],
  [
    'other words and another order',
    [
      '现住址,联系方式,性别(男/女),*身份证号码（必填）,与户主\u3000关系,姓 名,所属乡镇,村委会',
      `,,男,${one},户主,潘国强,中和镇,中海村村民委员会`,
      `,,女,${two},妻子,韦秀英,中和,中海`,
    ].join('\n'),
  ],
])('a text with %s', async (_, content) => {
  await expectBoth(await imported(content));
});

test('a workbook with a cover, a hidden list of codes and the register behind them', async () => {
  const county = await imported(
    bookOf([
      ['封面', '', [['三都水族自治县'], ['户籍人口登记册']]],
      [
        '代码',
        'hidden',
        [
          ['代码', '名称'],
          ['20', '农业家庭户口'],
        ],
      ],
      ['名册', '', plainLines.map((line) => line.split(','))],
    ])
  );
  await expectBoth(county);
});

test('a workbook whose title is merged over the columns, with rich text, a failed formula and a day as a number', async () => {
  const rich = (text: string) =>
    `<is><r><rPr><b/></rPr><t>${text.slice(0, 1)}</t></r><r><t>${text.slice(1)}</t></r></is>`;
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr">${rich(text)}</c>`;
  const row = (line: number, cells: readonly string[]) =>
    `<row r="${line}">${cells.map((text, column) => (text.startsWith('<c') ? text : cell(`${'ABCDEF'.charAt(column)}${line}`, text))).join('')}</row>`;
  const sheet = `<worksheet><sheetData>
    <row r="1"><c r="A1" t="inlineStr"><is><t>户籍人口花名册</t></is></c></row>
    ${row(3, ['姓名', '身份证号', '出生日期', '与户主关系', '镇街', '村居'])}
    ${row(4, ['潘国强', one, '<c r="C4" s="1"><v>25570</v></c>', '户主', '中和镇', '中海村'])}
    ${row(5, ['韦秀英', two, '<c r="C5" t="e"><v>#N/A</v></c>', '户主', '中和镇', '中海村'])}
    </sheetData><mergeCells count="1"><mergeCell ref="A1:F2"/></mergeCells></worksheet>`;
  await expectBoth(await imported(workbook([], sheet)));
});

test('ten thousand empty rows between two people change nothing but the count of empty rows', async () => {
  const county = await openCounty();
  const content = `${plainLines[0]}\n${plainLines[1]}\n${',,,,,,,\n'.repeat(10_000)}${plainLines[2]}\n`;
  expect(await importFile(county, content)).toMatchObject({
    state: 'done',
    read: 2,
    blank: 10_000,
    counts: { added: 2 },
  });
  await expectBoth(county);
});

test('two columns called 姓名 are asked about; once chosen the file comes in', async () => {
  const county = await openCounty();
  const content = `姓名,公民身份号码,镇街,村居,姓名\n潘国强,${one},中和镇,中海村,潘老大\n韦秀英,${two},中和镇,中海村,潘老大\n`;
  const fileId = await county.services.edges.files.put('register.csv', Buffer.from(content));
  const seen = await county.as('countyOfficer').call(operations.importInspect, { fileId, fileName: '名册.csv' });
  expect(seen.gap).toContain('姓名');
  const result = await importFile(county, content, { mapping: { name: 0, idNumber: 1, town: 2, village: 3 } });
  expect(result.counts).toMatchObject({ added: 2 });
});

/** A workbook of several sheets with their texts inside the cells. */
function bookOf(
  sheets: readonly (readonly [name: string, state: string, rows: readonly (readonly string[])[]])[]
): Buffer {
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets
      .map(
        ([name, state], place) => `<sheet name="${name}"${state === '' ? '' : ` state="${state}"`} r:id="rId${place}"/>`
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, place) => `<Relationship Id="rId${place}" Target="worksheets/sheet${place}.xml"/>`)
      .join('')}</Relationships>`,
  };
  for (const [place, [, , rows]] of sheets.entries()) {
    const body = rows.map(
      (cells) => `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
    );
    files[`xl/worksheets/sheet${place}.xml`] = `<worksheet><sheetData>${body.join('')}</sheetData></worksheet>`;
  }
  return zip(files);
}
