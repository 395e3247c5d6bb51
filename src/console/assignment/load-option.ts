interface Load {
  name: string;
  before: number;
  after?: number;
}

/** One bar an enumerator, largest first; with what it would be afterwards beside it, and the ideal as a line. */
export function loadOption(loads: readonly Load[], ideal?: number) {
  const rows = [...loads].sort((one, other) => other.before - one.before);
  const compared = rows.some(({ after }) => after !== undefined);
  const line =
    ideal === undefined
      ? {}
      : {
          markLine: {
            symbol: 'none',
            lineStyle: { color: '#B3261E', type: 'dashed' },
            label: { formatter: `平均 ${Math.round(ideal)} 人`, position: 'insideEndTop' },
            data: [{ yAxis: Math.round(ideal) }],
          },
        };
  return {
    grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
    legend: { top: 0, right: 0, show: compared },
    tooltip: { trigger: 'axis', valueFormatter: (value: number) => `${value} 人` },
    xAxis: {
      type: 'category',
      data: rows.map(({ name }) => name),
      axisLabel: { interval: 0, rotate: rows.length > 12 ? 60 : 0 },
    },
    yAxis: { type: 'value', name: '人' },
    ...(rows.length > 40 ? { dataZoom: [{ type: 'slider', startValue: 0, endValue: 39 }] } : {}),
    series: [
      {
        name: compared ? '调整前' : '还没完成',
        type: 'bar',
        barMaxWidth: 24,
        data: rows.map(({ before }) => before),
        ...(compared ? {} : line),
      },
      ...(compared
        ? [{ name: '调整后', type: 'bar', barMaxWidth: 24, data: rows.map(({ after = 0 }) => after), ...line }]
        : []),
    ],
  };
}

export function loadInWords(loads: readonly Load[]): string {
  const rows = loads.map(
    ({ name, before, after }) => `${name} ${before}${after === undefined ? '' : ` → ${after}`} 人`
  );
  return `各采集员的工作量：${rows.join('，')}`;
}
