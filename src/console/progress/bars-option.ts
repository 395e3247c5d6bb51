import type { progress } from '@/domain/operations/office/progress';
import type { OutputOf } from '@/domain/operations/operation';
import { shareInWords } from '../parts/words';

type Progress = OutputOf<typeof progress>;

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10);

/** Town by town, or village by village: what is done and returned as a share of its people, against the plan line. */
export function barsOption({ children, plan }: Pick<Progress, 'children' | 'plan'>) {
  const line = percent(plan.share, 1);
  return {
    grid: { left: 8, right: 84, top: 36, bottom: 8, containLabel: true },
    legend: { top: 0, right: 0, data: ['已完成', '已退回'] },
    tooltip: { trigger: 'axis', valueFormatter: (value: number) => `${value}%` },
    xAxis: {
      type: 'category',
      data: children.map(({ name }) => name),
      axisLabel: { interval: 0, rotate: children.length > 10 ? 45 : 0 },
    },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
    series: [
      {
        name: '已完成',
        type: 'bar',
        stack: 'people',
        barMaxWidth: 36,
        cursor: 'pointer',
        data: children.map(({ done, people }) => percent(done, people)),
        markLine: {
          symbol: 'none',
          lineStyle: { color: '#B3261E', type: 'dashed' },
          label: { formatter: `计划 ${line}%`, position: 'end' },
          data: [{ yAxis: line }],
        },
      },
      {
        name: '已退回',
        type: 'bar',
        stack: 'people',
        barMaxWidth: 36,
        data: children.map(({ returned, people }) => percent(returned, people)),
      },
    ],
  };
}

/** The same in one sentence, for those who cannot see the chart. */
export function barsInWords({ children, plan }: Pick<Progress, 'children' | 'plan'>): string {
  const rows = children.map(({ name, share }) => `${name} ${shareInWords(share)}`);
  return `各地完成比例，计划 ${shareInWords(plan.share)}：${rows.join('，')}`;
}
