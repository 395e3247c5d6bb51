import { Card, Empty } from 'antd';
import { useMemo } from 'react';
import { Chart } from '../chart/Chart';
import { useAddress } from '../shell/address';
import { mixInWords, mixOption } from './mix-option';

interface MixProps {
  title: string;
  /** Before the code in the name of the measure: class_03, employment_E. */
  kind: string;
  slices: readonly { code: string; label: string; people: number }[];
  place: string;
  empty: string;
}

/** A pressed bar opens its people. */
export function Mix({ title, kind, slices, place, empty }: MixProps) {
  const [, go] = useAddress();
  const option = useMemo(() => mixOption(slices), [slices]);
  const open = (label: string) => {
    const slice = slices.find((one) => one.label === label);
    if (slice) go({ at: 'people', figure: `${kind}_${slice.code}`, place }, 'push');
  };
  return (
    <Card size="small" title={title}>
      {slices.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
      ) : (
        <Chart
          option={option}
          height={Math.max(120, slices.length * 30 + 24)}
          label={mixInWords(title, slices)}
          onPress={open}
        />
      )}
    </Card>
  );
}
