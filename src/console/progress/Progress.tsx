import { Breadcrumb, Card, Col, Flex, Row, Skeleton } from 'antd';
import { useQuery } from '@/client/calls/use-query';
import { progress } from '@/domain/operations/office/progress';
import { placePath } from '../parts/places';
import { Trouble } from '../parts/Trouble';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { linkTo, useAddress } from '../shell/address';
import { Bars } from './Bars';
import { ChildrenTable } from './ChildrenTable';
import { Curve } from './Curve';
import { Headline } from './Headline';
import { StatesCard } from './StatesCard';

/** County, town, village: how far, against the plan line and the deadline; every figure opens the list behind it. */
export default function Progress() {
  const { account, home } = useDesk();
  const [{ place = home }, go] = useAddress();
  const { value, problem, reload } = useQuery(progress, { divisionCode: place });
  const { edition, name } = account.county;
  const open = (code: string) => go({ at: 'progress', place: code }, 'push');
  const path = placePath(place, edition, name).filter(({ code }) => code.startsWith(home));
  // The reply of another place stays in sight until this one's has come; its figures must not pass for this one's.
  const shown = value?.total.divisionCode === place ? value : undefined;
  return (
    <Flex vertical gap={12}>
      <Flex justify="space-between" align="center" gap={12}>
        <Breadcrumb
          items={path.map(({ code, name: title }) => ({
            title: code === place ? title : <a href={linkTo({ at: 'progress', place: code })}>{title}</a>,
          }))}
        />
        <PlaceSelect value={place} onChange={open} />
      </Flex>
      <Trouble problem={problem} onRetry={() => void reload()} />
      {shown === undefined ? (
        !problem && <Skeleton active paragraph={{ rows: 12 }} />
      ) : (
        <>
          <Headline progress={shown} />
          <Row gutter={[12, 12]}>
            <Col span={12}>
              {shown.children.length > 0 ? <Bars progress={shown} onOpen={open} /> : <StatesCard total={shown.total} />}
            </Col>
            <Col span={12}>
              <Curve place={place} />
            </Col>
          </Row>
          {shown.children.length > 0 && (
            <Card size="small" title={place.length === 6 ? '各镇（街道）' : '各村（居）'}>
              <ChildrenTable progress={shown} />
            </Card>
          )}
        </>
      )}
    </Flex>
  );
}
