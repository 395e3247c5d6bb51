import { type PlacementFacts, placeInVillage } from '@/domain/campaign';
import { startingMergeTable } from '@/domain/divisions';

const rules = { table: startingMergeTable() };
const zhonghai = '522732114289';
const shuilong = '522732114284';

describe('a village is found', () => {
  test.each<[string, PlacementFacts, string, string]>([
    ['by the register', { register: { code: zhonghai } }, zhonghai, 'register'],
    [
      'by the register though he chose another',
      { register: { code: zhonghai }, chosen: { code: shuilong } },
      zhonghai,
      'register',
    ],
    ['by his choice', { chosen: { code: zhonghai } }, zhonghai, 'chosen'],
    [
      'by his choice though the head lives elsewhere',
      { chosen: { code: zhonghai }, head: { code: shuilong } },
      zhonghai,
      'chosen',
    ],
    ['by the head of the household', { head: { code: zhonghai } }, zhonghai, 'head'],
    ['by the address', { address: '三都县中和镇中海村三组' }, zhonghai, 'address'],
    [
      'by an old code that kept its name',
      { register: { code: '522732114230', edition: '2017-10-31' } },
      '522732114280',
      'register',
    ],
    [
      'by the choice, where the register holds a village before the merger',
      { register: { code: '522732114251' }, chosen: { code: zhonghai } },
      zhonghai,
      'chosen',
    ],
    [
      'by the address, where the choice is only a town',
      { chosen: { code: '522732114' }, address: '中和镇中海村' },
      zhonghai,
      'address',
    ],
    [
      'by the head, where the choice is only a town',
      { chosen: { code: '522732114' }, head: { code: shuilong } },
      shuilong,
      'head',
    ],
    [
      'by the next source, where the register’s code is unknown',
      { register: { code: '999999999999' }, chosen: { code: zhonghai } },
      zhonghai,
      'chosen',
    ],
  ])('%s', (_, facts, village, by) => {
    const placed = placeInVillage(facts, rules);
    expect(placed).toMatchObject({ state: 'placed', by, village: { code: village } });
    if (placed.state === 'placed') expect(placed.reason).toMatch(/。$/);
  });

  test('the reason names the place and what disagrees', () => {
    expect(placeInVillage({ register: { code: zhonghai }, chosen: { code: shuilong } }, rules)).toMatchObject({
      confidence: 1,
      reason: '县户籍名册上您的户籍在中和镇中海村。您选的是中和镇水龙村，如已迁户口请告诉村委会。',
    });
    expect(placeInVillage({ chosen: { code: zhonghai }, head: { code: shuilong } }, rules)).toMatchObject({
      confidence: 0.7,
      reason: '名册上还没有您的户籍，按您选择的户籍村归属中和镇中海村。户主的户籍在中和镇水龙村，村委会会核对。',
    });
  });

  test('group and old village are kept for sharing out the work', () => {
    expect(placeInVillage({ chosen: { code: zhonghai }, address: '中和镇拉海村二组' }, rules)).toMatchObject({
      village: { code: zhonghai },
      group: '二组',
      oldVillage: '522732114251',
    });
  });
});

describe('what stays open waits in the queue', () => {
  test.each<[string, PlacementFacts, number, string | undefined]>([
    ['a village before the merger', { register: { code: '522732114251', edition: '2017-10-31' } }, 20, '522732114'],
    [
      'an old village whose choice lies in another town',
      { register: { code: '522732114251' }, chosen: { code: '522732113280' } },
      20,
      '522732114',
    ],
    ['only a town', { chosen: { code: '522732116' } }, 6, '522732116'],
    ['a village name without its town', { address: '小河村三组' }, 2, undefined],
    ['a name that occurs once, without its town', { address: '中海村三组' }, 1, '522732114'],
    ['an address in Guangdong', { address: '广东省东莞市虎门镇' }, 0, undefined],
    ['nothing at all', {}, 0, undefined],
    ['empty texts', { chosen: { code: '' }, address: '' }, 0, undefined],
  ])('%s', (_, facts, candidates, town) => {
    const queued = placeInVillage(facts, rules);
    if (queued.state !== 'queued') throw new Error('it was placed');
    expect(queued.candidates).toHaveLength(candidates);
    expect(queued.town).toBe(town);
    expect(queued.why).toMatch(/认领。$/);
  });
});
