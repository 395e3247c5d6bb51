import { divisionLabel, locateByAddress, startingMergeTable, villages } from '@/domain/divisions';

const table = startingMergeTable();
const sure = 0.8;

describe('addresses that name town and village', () => {
  test.each([
    ['三都县中和镇中海村三组', '522732114289', '三组'],
    ['贵州省黔南布依族苗族自治州三都水族自治县中和镇中海村三组12号', '522732114289', '三组'],
    ['贵州省 三都水族自治县 中和镇 中海村 ３组', '522732114289', '3组'],
    ['黔南州三都县中和镇中海村村民委员会第三村民小组', '522732114289', '三组'],
    ['中和镇中海村', '522732114289', undefined],
    ['中和中海村上寨组', '522732114289', '上寨组'],
    ['中和镇中海三组', '522732114289', '三组'],
    ['中和镇中和村', '522732114280', undefined],
    ['三合街道办事处凤凰社区', '522732001005', undefined],
    ['三都县三合街道小河社区', '522732001006', undefined],
    ['大河镇小河村二组', '522732111284', '二组'],
    ['中和镇元干村', '522732114295', undefined],
    ['周潭镇三愿村', '522732115290', undefined],
    ['三洞乡三洞村一组', '522732114294', '一组'],
    ['凤羽街道尧麓村', '522732001280', undefined],
    ['中和镇水根村', undefined, undefined],
  ])('%s', (text, code, group) => {
    const reading = locateByAddress(text, table);
    const best = reading.candidates[0];
    if (code === undefined) {
      expect(best?.confidence ?? 0).toBeLessThan(sure);
      return;
    }
    expect(best?.village.code).toBe(code);
    expect(best?.confidence).toBeGreaterThanOrEqual(sure);
    expect(reading.candidates).toHaveLength(1);
    expect(reading.group).toBe(group);
    expect(reading.elsewhere).toBe(false);
  });

  test('every village of today is found by its own label', () => {
    for (const { code } of villages()) {
      const reading = locateByAddress(`三都县${divisionLabel(code)}五组`, table);
      expect(reading).toMatchObject({ candidates: [{ village: { code }, confidence: 0.95 }], group: '五组' });
    }
  });
});

describe('addresses that leave a question', () => {
  test('a village before the merger is recognised and kept, its town’s villages are offered', () => {
    const reading = locateByAddress('三都县中和镇拉海村二组', table);
    expect(reading.oldVillage).toMatchObject({ code: '522732114251', name: '拉海村' });
    expect(reading.group).toBe('二组');
    expect(reading.candidates.length).toBe(20);
    for (const candidate of reading.candidates) expect(candidate.confidence).toBeLessThan(sure);
  });

  test('once the county has filled the table, the old village places its people', () => {
    const filled = [
      ...table,
      {
        fromEdition: '2017-10-31',
        from: '522732114251',
        toEdition: '2018-10-31',
        to: '522732114289',
        basis: 'county',
      } as const,
    ];
    const reading = locateByAddress('三都县中和镇拉海村二组', filled);
    expect(reading.candidates).toMatchObject([{ village: { code: '522732114289' } }]);
    expect(reading.candidates[0]?.confidence).toBeGreaterThanOrEqual(sure);
  });

  test.each([
    ['小河村三组', 2],
    ['三都县小河', 2],
    ['中海村三组', 1],
    ['三都县中海村', 1],
  ])('%s has no town: %i to choose from, none sure', (text, count) => {
    const reading = locateByAddress(text, table);
    expect(reading.candidates).toHaveLength(count);
    for (const candidate of reading.candidates) {
      expect(candidate.confidence).toBeLessThan(sure);
      expect(candidate.reason).toContain('没有写镇');
    }
  });

  test('a town with a village it does not have offers the town', () => {
    const reading = locateByAddress('都江镇中海村', table);
    expect(reading.candidates).toHaveLength(20);
    expect(reading.candidates[0]?.confidence).toBe(0.1);
    expect(reading.reason).toContain('没有对上');
  });
});

describe('addresses that say nothing about the hukou village', () => {
  test.each([
    ['广东省东莞市虎门镇中和村三组'],
    ['浙江省宁波市鄞州区'],
    ['独山县影山镇'],
    ['贵州省都匀市小围寨街道'],
    ['北京市朝阳区'],
    ['贵阳市云岩区中和镇'],
  ])('%s is elsewhere', (text) => {
    expect(locateByAddress(text, table)).toMatchObject({ elsewhere: true, candidates: [] });
  });

  test.each([[''], ['三都县'], ['不知道'], ['   '], ['<b>'], ['村'], ['三组']])('%p names nothing', (text) => {
    expect(locateByAddress(text, table)).toMatchObject({ elsewhere: false, candidates: [] });
  });
});
