import {
  maskIdNumber,
  maskName,
  maskPhone,
  normalizeName,
  readName,
  sampleIdNumber,
  withinOneEdit,
} from '@/domain/identity';

const extensionB = '\u{20BB7}';

describe('one spelling for one name', () => {
  test.each([
    ['韦小水', '韦小水'],
    [' 韦 小 水 ', '韦小水'],
    ['韦　水', '韦水'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽‧买买提', '阿依古丽·买买提'],
    ['阿依古丽・买买提', '阿依古丽·买买提'],
    ['阿依古丽．买买提', '阿依古丽·买买提'],
    ['阿依古丽.买买提', '阿依古丽·买买提'],
    ['阿依古丽 · 买买提', '阿依古丽·买买提'],
    ['Ｎｇｕｙｅｎ  Ｔｈｉ Hoa', 'Nguyen Thi Hoa'],
    ['J. Smith', 'J. Smith'],
    [`韦${extensionB} 水`, `韦${extensionB}水`],
  ])('%s becomes %s', (typed, stored) => {
    expect(normalizeName(typed)).toBe(stored);
    expect(readName(typed)).toMatchObject({ ok: true, name: stored });
    expect(normalizeName(stored)).toBe(stored);
  });

  test('characters that look alike but differ in GB 18030 stay as written', () => {
    expect(normalizeName('\uf9dc\u9686')).toBe('\uf9dc\u9686');
  });
});

test('fifty characters fit, counted as people see them', () => {
  expect(readName(extensionB.repeat(50))).toMatchObject({ ok: true });
  expect(readName(extensionB.repeat(51))).toMatchObject({ ok: false, reason: 'tooLong' });
  expect(readName('韦'.repeat(60))).toMatchObject({ ok: false, reason: 'tooLong' });
});

test('characters an old phone may lack are named, not refused', () => {
  expect(readName(`韦${extensionB}㛃`)).toMatchObject({ ok: true, rare: [extensionB, '㛃'] });
  expect(readName('石〇水')).toMatchObject({ ok: true, rare: [] });
});

test.each([
  ['', 'empty'],
  [' \u3000 ', 'empty'],
  ['<b>韦</b>', 'markup'],
  ['韦&amp;', 'markup'],
  ['＜script＞', 'markup'],
  ['韦\u0000水', 'invisible'],
  ['韦\u202e水', 'invisible'],
  ['韦\u200b水', 'invisible'],
  ['韦\ud842', 'invisible'],
  ['韦?水', 'placeholder'],
  ['韦？水', 'placeholder'],
  ['韦\ufffd', 'placeholder'],
  ['韦\ue863', 'privateUse'],
  ['韦小水2', 'symbol'],
  ['韦小水（大）', 'symbol'],
  ['韦😀', 'symbol'],
  ['=cmd|calc', 'symbol'],
  ['·韦', 'dot'],
  ['阿依··古丽', 'dot'],
])('%j is refused: %s', (typed, reason) => {
  expect(readName(typed)).toMatchObject({ ok: false, reason });
});

test.each([
  ['韦小水', '韦小水', true],
  ['韦小水', '韦晓水', true],
  ['韦小水', '韦水', true],
  ['韦水', '韦小水', true],
  [`韦${extensionB}`, '韦水', true],
  ['韦小水', '潘小明', false],
  ['韦小水', '韦水小', false],
  ['韦', '韦小水', false],
  ['', '韦', true],
])('%s and %s within one edit: %p', (one, other, near) => {
  expect(withinOneEdit(one, other)).toBe(near);
  expect(withinOneEdit(other, one)).toBe(near);
});

describe('what a worker sees', () => {
  const number = sampleIdNumber('522732', '1990-02-28', '2', 1);
  test.each([
    [maskIdNumber(number), `522732********${number.slice(14)}`],
    [maskIdNumber('CAN110078120501'), 'CAN110*****0501'],
    [maskIdNumber('12345'), '*****'],
    [maskPhone('15400001234'), '154****1234'],
    [maskPhone('0854-3920012'), '0854-*****12'],
    [maskPhone('110'), '***'],
    [maskName('韦水'), '韦*'],
    [maskName('韦小水'), '韦*水'],
    [maskName('欧阳小水'), '欧**水'],
    [maskName('阿依古丽·买买提'), '阿***·***'],
    [maskName(`韦${extensionB}水`), '韦*水'],
    [maskName('韦'), '*'],
    [maskName(''), ''],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});
