import { loadInWords, loadOption } from '@/console/assignment/load-option';
import { mixInWords, mixOption } from '@/console/employment/mix-option';
import { partOf, shareInWords } from '@/console/parts/words';
import { barsInWords, barsOption } from '@/console/progress/bars-option';
import { curveInWords, curveOption } from '@/console/progress/curve-option';

const place = (name: string, people: number, done: number, returned = 0) => ({
  divisionCode: '522732114',
  name,
  people,
  due: people - done - returned,
  collected: done,
  returned,
  confirmed: 0,
  accepted: 0,
  closed: 0,
  done,
  share: people === 0 ? 1 : done / people,
  planned: 0,
  ahead: 0,
  neededADay: null,
  sentence: '',
  today: 0,
});
const plan = { startsOn: '2018-01-01', endsOn: '2018-03-31', daysLeft: 59, share: 0.344, today: '2018-01-31' };

test('towns stand beside each other as shares of their people, with the plan line across', () => {
  const option = barsOption({ children: [place('中和镇', 704, 203, 5), place('空镇', 0, 0)], plan });
  const [done, returned] = option.series;
  expect(option.xAxis.data).toEqual(['中和镇', '空镇']);
  expect(done?.data).toEqual([28.8, 0]);
  expect(returned?.data).toEqual([0.7, 0]);
  expect(done?.markLine?.data).toEqual([{ yAxis: 34.4 }]);
});

test('who cannot see the bars hears the same figures', () => {
  expect(barsInWords({ children: [place('中和镇', 704, 203)], plan })).toBe('各地完成比例，计划 34.4%：中和镇 28.8%');
});

const series = {
  plan,
  people: 900,
  days: [
    { day: '2018-01-01', done: 10, added: 10, planned: 10 },
    { day: '2018-01-02', done: 15, added: 5, planned: 20 },
  ],
  expectedEnd: '2018-04-02',
};

test('the plan line goes on to the deadline, what was done ends today', () => {
  const [done, planned] = curveOption(series).series;
  expect(done?.data).toEqual([
    ['2018-01-01', 10],
    ['2018-01-02', 15],
  ]);
  expect(planned?.data.at(-1)).toEqual(['2018-03-31', 900]);
});

test('after the deadline nothing is added to the plan line', () => {
  const late = { ...series, days: [{ day: '2018-04-05', done: 880, added: 1, planned: 900 }] };
  expect(curveOption(late).series[1]?.data).toEqual([['2018-04-05', 900]]);
});

test.each([
  [series, '到 2018-01-02 累计完成 15 人，共 900 人；按最近七天的速度，预计 2018-04-02 完成；截止 2018-03-31。'],
  [{ ...series, days: [] }, '还没有逐日记录。'],
  [
    { ...series, expectedEnd: null },
    '到 2018-01-02 累计完成 15 人，共 900 人；按最近七天的速度看不到完成的日子；截止 2018-03-31。',
  ],
])('the curve in words', (shown, words) => expect(curveInWords(shown)).toBe(words));

const slices = [
  { code: 'E', label: '就业', people: 30 },
  { code: 'U', label: '失业', people: 10 },
];

test('parts of a whole carry their number and their share; the largest is on top', () => {
  const option = mixOption(slices);
  expect(option.yAxis.data).toEqual(['失业', '就业']);
  expect(option.series[0]?.label.formatter({ value: 30 })).toBe('30 人 75.0%');
  expect(mixInWords('就业失业', slices)).toBe('就业失业，共 40 人：就业 30 人（75.0%），失业 10 人（25.0%）');
});

test('loads are shown as they are, or before and after beside each other with the mean as a line', () => {
  const now = loadOption([
    { name: '潘华仁', before: 10 },
    { name: '杨丽康', before: 20 },
  ]);
  expect(now.xAxis.data).toEqual(['杨丽康', '潘华仁']);
  expect(now.series).toHaveLength(1);

  const compared = loadOption([{ name: '潘华仁', before: 10, after: 15 }], 14.6);
  expect(compared.series.map(({ name, data }) => [name, data])).toEqual([
    ['调整前', [10]],
    ['调整后', [15]],
  ]);
  expect(compared.series[1]).toMatchObject({ markLine: { data: [{ yAxis: 15 }] } });
  expect(loadInWords([{ name: '潘华仁', before: 10, after: 15 }])).toBe('各采集员的工作量：潘华仁 10 → 15 人');
});

test('a share never stands without its denominator, and none is made up where there is nobody', () => {
  expect(partOf(3, 4)).toBe('75.0%（3 / 4）');
  expect(partOf(0, 0)).toBe('—');
  expect(shareInWords(null)).toBe('—');
});
