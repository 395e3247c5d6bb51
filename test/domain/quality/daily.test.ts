import { type DailyRecord, dailyLeads, leadKinds, secondsAtForm, startingLimits } from '@/domain/quality/daily';

let made = 0;
/** An ordinary record of an enumerator: in daylight, five minutes, answers and number of its own. */
function record(change: Partial<DailyRecord> = {}): DailyRecord {
  made += 1;
  return {
    recordId: `r${String(made).padStart(4, '0')}`,
    postId: 'post-a',
    enumerator: '韦采集',
    accountId: `a${made}`,
    villageCode: '522732114289',
    householdId: `h${made}`,
    populationClass: '03',
    mode: 'visit',
    collectedAt: new Date('2018-01-15T02:00:00Z'),
    seconds: 300,
    answersDigest: `d${made}`,
    phoneIndex: `p${made}`,
    phoneHouseholds: 1,
    phoneOfStaff: false,
    phoneSharers: 0,
    ...change,
  };
}

const many = (count: number, change: Partial<DailyRecord> = {}): DailyRecord[] =>
  Array.from({ length: count }, () => record(change));
const kinds = (records: readonly DailyRecord[]): string[] => dailyLeads(records).map(({ kind }) => kind);

test('an ordinary day raises nothing', () => {
  expect(dailyLeads([...many(20), ...many(20, { postId: 'post-b' })])).toEqual([]);
  expect(dailyLeads([])).toEqual([]);
});

describe('too fast', () => {
  test('three labour records under a minute, while five are usual', () => {
    const leads = dailyLeads([...many(20), ...many(3, { postId: 'post-b', enumerator: '潘采集', seconds: 40 })]);
    expect(leads).toMatchObject([{ kind: 'tooFast', postId: 'post-b', enumerator: '潘采集' }]);
    expect(leads[0]?.recordIds).toHaveLength(3);
    expect(leads[0]?.sentence).toBe('3份劳动力记录用时不到1分15秒，全县当天一般用时5分钟。');
  });
  test.each([
    ['two only', many(2, { seconds: 40 })],
    ['children and old people, who answer little', many(8, { seconds: 20, populationClass: '01' })],
    ['residents at their own phone', many(8, { seconds: 20, mode: 'self', postId: '' })],
    ['no time was measured', many(8, { seconds: null })],
  ])('not for %s', (_, records) => {
    expect(kinds([...many(20), ...records])).toEqual([]);
  });
});

test.each([
  [75, []],
  [74.9, ['tooFast']],
])('a quarter of the usual five minutes is the border: %p seconds', (seconds, found) => {
  expect(kinds([...many(20), ...many(3, { postId: 'post-b', seconds })])).toEqual(found);
});

test('a village of three quick records is measured by the county, not by itself', () => {
  const quick = many(3, { seconds: 70 });
  expect(dailyLeads(quick)).toEqual([]);
  expect(dailyLeads(quick, startingLimits, [...quick, ...many(20)])).toMatchObject([{ kind: 'tooFast' }]);
});

describe('at night', () => {
  test.each([
    ['2018-01-15T13:59:59Z', []],
    ['2018-01-15T14:00:00Z', ['nightHours']],
    ['2018-01-15T21:59:59Z', ['nightHours']],
    ['2018-01-15T22:00:00Z', []],
  ])('ten in the evening until six in the morning in China: %s', (at, found) => {
    expect(kinds(many(2, { collectedAt: new Date(at) }))).toEqual(found);
  });
  const late = new Date('2018-01-15T15:30:00Z');
  test('half past eleven is night in China, ten past six is not', () => {
    expect(kinds(many(2, { collectedAt: late }))).toEqual(['nightHours']);
    expect(kinds(many(5, { collectedAt: new Date('2018-01-15T22:10:00Z') }))).toEqual([]);
  });
  test('migrants who declare after a night shift are no lead, nor is a single late one', () => {
    expect(kinds(many(5, { collectedAt: late, mode: 'self', postId: '' }))).toEqual([]);
    expect(kinds(many(1, { collectedAt: late }))).toEqual([]);
  });
});

describe('one telephone number for many', () => {
  test('on six households', () => {
    const leads = dailyLeads(many(2, { phoneIndex: 'same', phoneHouseholds: 6 }));
    expect(leads).toMatchObject([{ kind: 'sharedPhone' }]);
    expect(leads[0]?.sentence).toContain('全县共有6户');
  });
  test('the enumerator’s own, even once', () => {
    expect(dailyLeads([record({ phoneOfStaff: true })])[0]?.sentence).toContain('自己的号码');
  });
  test('also where a resident helps the whole village', () => {
    expect(kinds(many(3, { phoneIndex: 'same', phoneHouseholds: 9, mode: 'family', postId: '' }))).toEqual([
      'sharedPhone',
    ]);
  });
  test('not on five households', () => {
    expect(kinds(many(5, { phoneIndex: 'same', phoneHouseholds: 5 }))).toEqual([]);
  });
});

describe('one account for many households', () => {
  const daughter = { accountId: 'daughter', mode: 'family' as const, postId: '' };
  test('four of a day, whoever sent them', () => {
    const leads = dailyLeads(many(4, daughter));
    expect(leads).toMatchObject([{ kind: 'oneAccount', postId: '' }]);
    expect(leads[0]?.sentence).toBe('同一个居民账号一天替4户填了4份，一般不超过3户。');
  });
  test('not for three, nor for a large family, nor for the enumerator’s own account', () => {
    expect(kinds(many(3, daughter))).toEqual([]);
    expect(kinds(many(9, { ...daughter, householdId: 'one' }))).toEqual([]);
    expect(kinds(many(30, { accountId: 'staff' }))).toEqual([]);
  });
});

test('a phone under two names is a lead from the first form on; a resident’s is none', () => {
  const leads = dailyLeads([...many(20), record({ postId: 'post-b', phoneSharers: 1 })]);
  expect(leads).toMatchObject([{ kind: 'oneDevice', postId: 'post-b' }]);
  expect(leads[0]?.sentence).toBe('他用的手机上还登录过1个别的采集账号，当天用它交了1份。');
  expect(kinds([record({ postId: '', mode: 'self', phoneSharers: 1 })])).toEqual([]);
});

describe('the same answers again and again', () => {
  const at = (minute: number) => new Date(Date.UTC(2018, 0, 15, 2, minute));
  const inTurn = (digests: readonly string[], change: Partial<DailyRecord> = {}) =>
    digests.map((answersDigest, minute) => record({ answersDigest, collectedAt: at(minute), ...change }));
  const same = (times: number): string[] => Array.from({ length: times }, () => 'same');

  test.each([
    [4, []],
    [5, ['sameAnswers']],
  ])('%p households one after another', (times, found) => {
    expect(kinds(inTurn(same(times)))).toEqual(found);
  });
  test('not when another answer comes in between', () => {
    expect(kinds(inTurn([...same(4), 'other', ...same(4)]))).toEqual([]);
  });
  test.each([
    [9, []],
    [10, ['sameAnswers']],
  ])('where half of the village answers like this, it takes twice as many: %p', (times, found) => {
    const others = [
      ...many(5, { answersDigest: 'same', postId: '', mode: 'self' }),
      ...many(5, { postId: '', mode: 'self' }),
    ];
    expect(kinds([...inTurn(same(times)), ...others])).toEqual(found);
  });
  test('what is usual next door is no excuse here', () => {
    const nextDoor = { postId: 'post-b', villageCode: '522732114288' };
    const others = [1, 2, 3, 4].map((household) =>
      record({ ...nextDoor, answersDigest: 'same', householdId: `n${household}` })
    );
    expect(kinds([...inTurn(same(5)), ...others])).toEqual(['sameAnswers']);
  });
  test('not within one large family', () => {
    expect(kinds(many(6, { answersDigest: 'same', householdId: 'one' }))).toEqual([]);
  });
  test('not when two enumerators share them', () => {
    expect(
      kinds([...many(3, { answersDigest: 'same' }), ...many(3, { answersDigest: 'same', postId: 'post-b' })])
    ).toEqual([]);
  });
});

describe('closing many', () => {
  test('six of twenty, where others close one in forty', () => {
    const others = [...many(39, { postId: 'post-b' }), record({ postId: 'post-b', populationClass: '09' })];
    const leads = dailyLeads([...others, ...many(14), ...many(6, { populationClass: '13' })]);
    expect(leads).toMatchObject([{ kind: 'closings', postId: 'post-a' }]);
    expect(leads[0]?.sentence).toBe('当天20人里有6人按死亡、迁出、失联等办结，占30%，其他人平均3%。');
  });
  test('not where everyone finds as many', () => {
    const half = (postId: string) => [...many(10, { postId }), ...many(10, { postId, populationClass: '11' })];
    expect(kinds([...half('post-a'), ...half('post-b')])).toEqual([]);
  });
  test('not for four', () => {
    expect(kinds([...many(4, { populationClass: '13' }), ...many(50, { postId: 'post-b' })])).toEqual([]);
  });
});

test('a lead keeps its id when it is computed again, and stands for the village where most happened', () => {
  const records = [...many(1, { seconds: 10, villageCode: '522732114280' }), ...many(3, { seconds: 10 }), ...many(9)];
  const [first] = dailyLeads(records);
  expect(first?.villageCode).toBe('522732114289');
  expect(dailyLeads([...records].reverse())).toEqual(dailyLeads(records));
});

test('every kind has a title and every sentence is one', () => {
  const records = [
    ...many(12),
    ...many(5, {
      seconds: 5,
      answersDigest: 'same',
      phoneOfStaff: true,
      phoneSharers: 1,
      collectedAt: new Date('2018-01-15T17:00:00Z'),
    }),
    ...many(6, { populationClass: '13' }),
    ...many(4, { accountId: 'daughter', mode: 'family', postId: '' }),
  ];
  const leads = dailyLeads(records);
  expect(new Set(leads.map(({ kind }) => kind))).toEqual(new Set(Object.keys(leadKinds)));
  for (const { sentence } of leads) expect(sentence).toMatch(/^[^\d]*\d.*。$/);
});

test.each([
  [{ identity: 30_000, work: 60_000, edits: 12 }, 90],
  [{ identity: 30_000, work: 3_600_000 }, 330],
  [{ edits: 3 }, null],
  [{ network: '4G' }, null],
  [{ identity: 30_000, clockSeconds: 28_800, clockBy: 'sync', mergedFrom: 3 }, 30],
  [{ identity: -5 }, null],
  [{}, null],
])('%j is %p seconds at the form', (paradata, seconds) => {
  expect(secondsAtForm(paradata)).toBe(seconds);
});
