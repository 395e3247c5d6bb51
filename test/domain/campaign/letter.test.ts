import { draftLetter, type LetterFields } from '@/domain/campaign';

const fields: LetterFields = {
  county: '三都水族自治县',
  issuer: '三都水族自治县人力资源和社会保障局',
  document: { title: '三都水族自治县就业信息数据采集工作实施方案', number: '（三府办发〔2017〕示例号）' },
  collector: '示例人力资源公司',
  startsOn: '2018-01-01',
  endsOn: '2018-03-31',
  callback: '0854-1234567',
};

test('the letter says who, why, what, when, how, secrecy, duty and thanks', () => {
  const { title, content } = draftLetter('letter', fields);
  expect(title).toBe('致全县居民的一封信');
  expect(content.greeting).toBe('三都水族自治县的父老乡亲：');
  const text = content.paragraphs.join('\n');
  for (const words of [
    fields.document.title,
    fields.collector,
    '为了',
    '职业技能',
    '2018年1月1日至2018年3月31日',
    '微信小程序',
    '加密保存',
    '不用于商业',
    '如实',
    '感谢',
  ]) {
    expect(text).toContain(words);
  }
  expect(content.callback).toContain(fields.callback);
});

test('a village’s letter is addressed to it and names its enumerators', () => {
  const letter = draftLetter('letter', {
    ...fields,
    town: '中和镇',
    village: '中海村',
    enumerators: [{ name: '示例员', badgeNo: 'A017' }],
  });
  expect(letter.title).toBe('致中海村全体居民的一封信');
  expect(letter.content.paragraphs.join('')).toContain('示例员（工作证A017）');
});

test.each(['letter', 'notice', 'board'] as const)('a %s fits what can be put up', (kind) => {
  const letter = draftLetter(kind, { ...fields, town: '中和镇' });
  expect(letter.title.length).toBeLessThanOrEqual(40);
  expect(letter.content.paragraphs.length).toBeGreaterThan(2);
  for (const paragraph of letter.content.paragraphs) {
    expect(paragraph.length).toBeLessThanOrEqual(1000);
    expect(paragraph).not.toMatch(/undefined|null|\{|\}/);
  }
  expect(letter.channels.map(({ channel }) => channel)).toContain('赶场天');
});
