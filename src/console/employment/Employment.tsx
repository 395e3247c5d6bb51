import { Card, Col, Flex, Row, Skeleton, Table, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useQuery } from '@/client/calls/use-query';
import { employment } from '@/domain/operations/office/progress';
import type { OutputOf } from '@/domain/operations/operation';
import { Figure } from '../parts/Figure';
import { Trouble } from '../parts/Trouble';
import { shareInWords } from '../parts/words';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { linkTo, useAddress } from '../shell/address';
import { Mix } from './Mix';

type Child = OutputOf<typeof employment>['children'][number];

/** Work, class and way of answering of those collected, and the unemployment rate place by place. */
export default function Employment() {
  const { home } = useDesk();
  const [{ place = home }, go] = useAddress();
  const { value, problem, reload } = useQuery(employment, { divisionCode: place });
  return (
    <Flex vertical gap={12}>
      <Flex justify="space-between" align="center" gap={12}>
        <Typography.Text type="secondary">
          就业、失业、非劳动力按国家统计局口径由填报内容推算；失业率 = 失业 ÷（就业 + 失业）。
        </Typography.Text>
        <PlaceSelect value={place} onChange={(code) => go({ place: code }, 'push')} />
      </Flex>
      <Trouble problem={problem} onRetry={() => void reload()} />
      {value === undefined ? (
        !problem && <Skeleton active paragraph={{ rows: 12 }} />
      ) : (
        <>
          <Row gutter={[12, 12]}>
            <Col span={12}>
              <Flex vertical gap={12}>
                <Mix title="就业失业" kind="employment" slices={value.states} place={place} empty="还没有人填报。" />
                <Mix title="采集方式" kind="mode" slices={value.modes} place={place} empty="还没有人填报。" />
              </Flex>
            </Col>
            <Col span={12}>
              <Mix
                title="人口资源分类"
                kind="class"
                slices={value.classes.filter(({ code }) => code !== 'none')}
                place={place}
                empty="还没有人填报。"
              />
            </Col>
            <Col span={24}>
              <Mix
                title="最近一次联系结果"
                kind="outcome"
                slices={value.outcomes}
                place={place}
                empty="还没有上门或电话记录。"
              />
            </Col>
          </Row>
          {value.children.length > 0 && (
            <Card size="small" title={place.length === 6 ? '各镇（街道）' : '各村（居）'}>
              <Table<Child>
                size="small"
                rowKey="divisionCode"
                columns={columns}
                dataSource={value.children}
                pagination={false}
                showSorterTooltip={false}
              />
            </Card>
          )}
        </>
      )}
    </Flex>
  );
}

const figure = (title: string, key: 'employed' | 'unemployed' | 'outside', code: string) => ({
  title,
  dataIndex: key,
  align: 'right' as const,
  sorter: (one: Child, other: Child) => one[key] - other[key],
  render: (value: number, { divisionCode }: Child) => (
    <Figure value={value} of={`employment_${code}`} place={divisionCode} />
  ),
});

const columns: ColumnsType<Child> = [
  {
    title: '地区',
    dataIndex: 'name',
    render: (name: string, { divisionCode }) => <a href={linkTo({ at: 'employment', place: divisionCode })}>{name}</a>,
  },
  figure('就业（人）', 'employed', 'E'),
  figure('失业（人）', 'unemployed', 'U'),
  figure('非劳动力（人）', 'outside', 'N'),
  {
    title: '失业率',
    dataIndex: 'unemploymentRate',
    align: 'right',
    sorter: (one, other) => (one.unemploymentRate ?? 0) - (other.unemploymentRate ?? 0),
    render: shareInWords,
  },
];
