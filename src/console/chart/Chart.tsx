import { BarChart, LineChart, PieChart } from 'echarts/charts';
import {
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { chartColors } from '../theme';

use([
  BarChart,
  LineChart,
  PieChart,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

interface ChartProps {
  option: EChartsCoreOption;
  /** In px. */
  height?: number;
  /** What the chart shows, with its main figures, for those who cannot see it. */
  label: string;
  /** A pressed bar or point opens the list behind it; gets the name of the category. */
  onPress?: (category: string) => void;
}

/** Drawn as SVG, so that it prints as sharply as the text around it. */
export function Chart({ option, height = 320, label, onPress }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const pressed = useRef(onPress);
  pressed.current = onPress;

  useEffect(() => {
    if (!place.current) return;
    const drawn = init(place.current);
    const resize = new ResizeObserver(() => drawn.resize());
    chart.current = drawn;
    drawn.on('click', ({ name }) => pressed.current?.(name));
    resize.observe(place.current);
    return () => {
      resize.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => chart.current?.setOption({ color: chartColors, animation: false, ...option }, true), [option]);

  return <div ref={place} style={{ height }} role="img" aria-label={label} />;
}
