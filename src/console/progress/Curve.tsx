import { Card, Skeleton, Typography } from 'antd';
import { useMemo } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { progressSeries } from '@/domain/operations/office/progress';
import { Chart } from '../chart/Chart';
import { Trouble } from '../parts/Trouble';
import { curveInWords, curveOption } from './curve-option';

export function Curve({ place }: { place: string }) {
  const { value, problem, reload } = useQuery(progressSeries, { divisionCode: place });
  const option = useMemo(() => value && curveOption(value), [value]);
  return (
    <Card size="small" title="累计完成与计划">
      <Trouble problem={problem} onRetry={() => void reload()} />
      {value && option ? (
        <>
          <Chart option={option} height={232} label={curveInWords(value)} />
          <Typography.Text type="secondary">{curveInWords(value)}</Typography.Text>
        </>
      ) : (
        !problem && <Skeleton active />
      )}
    </Card>
  );
}
