import type { progressSeries } from '@/domain/operations/office/progress';
import type { OutputOf } from '@/domain/operations/operation';

type Series = OutputOf<typeof progressSeries>;

/** Done by day, added up, beside the straight plan line to the deadline. */
export function curveOption({ days, plan, people }: Series) {
  const last = days[days.length - 1];
  const toCome = last !== undefined && last.day < plan.endsOn ? [{ day: plan.endsOn, planned: people }] : [];
  return {
    grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
    legend: { top: 0, right: 0, data: ['累计完成', '计划'] },
    tooltip: { trigger: 'axis', valueFormatter: (value: number) => `${value} 人` },
    xAxis: { type: 'time', axisLabel: { formatter: '{M}月{d}日', hideOverlap: true } },
    yAxis: { type: 'value', min: 0, name: '人' },
    series: [
      { name: '累计完成', type: 'line', showSymbol: false, data: days.map(({ day, done }) => [day, done]) },
      {
        name: '计划',
        type: 'line',
        showSymbol: false,
        lineStyle: { type: 'dashed' },
        data: [...days, ...toCome].map(({ day, planned }) => [day, planned]),
      },
    ],
  };
}

export function curveInWords({ days, people, expectedEnd, plan }: Series): string {
  const last = days[days.length - 1];
  if (last === undefined) return '还没有逐日记录。';
  const end = expectedEnd === null ? '按最近七天的速度看不到完成的日子' : `按最近七天的速度，预计 ${expectedEnd} 完成`;
  return `到 ${last.day} 累计完成 ${last.done} 人，共 ${people} 人；${end}；截止 ${plan.endsOn}。`;
}
