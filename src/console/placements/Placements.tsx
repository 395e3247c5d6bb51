import { Card, Col, Flex, Menu, Row, Skeleton, Typography } from 'antd';
import { useQuery } from '@/client/calls/use-query';
import { unplacedGroups } from '@/domain/operations/people/register-placement';
import { Trouble } from '../parts/Trouble';
import { countInWords } from '../parts/words';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';
import { Queue } from './Queue';

/** The queue of those whose village nobody could tell, in groups that share a reason, cleared many at a stroke. */
export default function Placements() {
  const { home } = useDesk();
  const [{ place = home, group }, go] = useAddress();
  const { value, problem, reload } = useQuery(unplacedGroups, { divisionCode: place });
  const chosen = value?.groups.find((one) => one.group === group);
  return (
    <Flex vertical gap={12}>
      <Flex justify="space-between" align="center">
        <Typography.Text type="secondary">
          共 {countInWords(value?.open ?? 0)} 人还没有认定村（居）。现居住地不改变户籍所在的村（居）。
        </Typography.Text>
        <PlaceSelect digits={9} value={place} onChange={(code) => go({ place: code, group: undefined })} />
      </Flex>
      <Trouble problem={problem} onRetry={() => void reload()} />
      {value === undefined ? (
        !problem && <Skeleton active />
      ) : (
        <Row gutter={12}>
          <Col span={7}>
            <Card size="small" title="按原因">
              <Menu
                className="yt-groups"
                selectedKeys={[group ?? 'all']}
                onClick={({ key }) => go({ group: key === 'all' ? undefined : key })}
                items={[
                  { key: 'all', label: `全部（${value.open} 人）` },
                  ...value.groups.map((one) => ({
                    key: one.group,
                    label: `${[one.townName, one.why].filter(Boolean).join('：')}（${one.people} 人）`,
                    title: one.why,
                  })),
                ]}
              />
            </Card>
          </Col>
          <Col span={17}>
            <Queue
              key={`${place} ${group ?? ''}`}
              place={place}
              group={chosen?.group}
              candidates={chosen?.candidates ?? []}
              onSettled={() => void reload()}
            />
          </Col>
        </Row>
      )}
    </Flex>
  );
}
