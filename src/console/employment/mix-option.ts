import { shareInWords } from '../parts/words';

interface Slice {
  code: string;
  label: string;
  people: number;
}

const sum = (slices: readonly Slice[]): number => slices.reduce((all, { people }) => all + people, 0);

/** Parts of a whole as bars from the largest down: easier to compare than a pie. */
export function mixOption(slices: readonly Slice[]) {
  const whole = sum(slices);
  const rows = [...slices].sort((one, other) => one.people - other.people);
  return {
    grid: { left: 8, right: 96, top: 8, bottom: 8, containLabel: true },
    tooltip: { trigger: 'item' },
    xAxis: { type: 'value', show: false },
    yAxis: { type: 'category', data: rows.map(({ label }) => label), axisTick: { show: false } },
    series: [
      {
        type: 'bar',
        barMaxWidth: 20,
        cursor: 'pointer',
        data: rows.map(({ people }) => people),
        label: {
          show: true,
          position: 'right',
          formatter: ({ value }: { value: number }) =>
            `${value} 人 ${shareInWords(whole === 0 ? null : value / whole)}`,
        },
      },
    ],
  };
}

export function mixInWords(title: string, slices: readonly Slice[]): string {
  const whole = sum(slices);
  const parts = slices.map(({ label, people }) => `${label} ${people} 人（${shareInWords(people / whole)}）`);
  return `${title}，共 ${whole} 人：${parts.join('，')}`;
}
