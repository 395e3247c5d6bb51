import { Card } from 'antd';
import { useMemo } from 'react';
import type { progress } from '@/domain/operations/office/progress';
import type { OutputOf } from '@/domain/operations/operation';
import { Chart } from '../chart/Chart';
import { barsInWords, barsOption } from './bars-option';

interface BarsProps {
  progress: OutputOf<typeof progress>;
  onOpen: (code: string) => void;
}

export function Bars({ progress: { children, plan }, onOpen }: BarsProps) {
  const option = useMemo(() => barsOption({ children, plan }), [children, plan]);
  const press = (name: string) => {
    const found = children.find((child) => child.name === name);
    if (found) onOpen(found.divisionCode);
  };
  return (
    <Card size="small" title="完成比例与计划">
      <Chart option={option} height={260} label={barsInWords({ children, plan })} onPress={press} />
    </Card>
  );
}
