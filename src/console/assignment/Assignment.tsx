import { Flex, Segmented } from 'antd';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';
import { Balance } from './Balance';
import { ByHand } from './ByHand';
import { Loads } from './Loads';

const views = [
  { value: 'villages', label: '按村（居）分派' },
  { value: 'loads', label: '采集员工作量' },
  { value: 'balance', label: '自动均衡' },
];

/** Who collects where: by hand, by load, or shared out by rule with a preview. */
export default function Assignment() {
  const { home, may } = useDesk();
  const [{ place = home, view = 'villages' }, go] = useAddress();
  const manages = may('assignment.manage');
  return (
    <Flex vertical gap={12}>
      <Flex justify="space-between" align="center">
        {manages ? (
          <Segmented className="at--views" options={views} value={view} onChange={(next) => go({ view: next })} />
        ) : (
          <span />
        )}
        <PlaceSelect value={place} onChange={(code) => go({ place: code })} />
      </Flex>
      {view === 'balance' && manages ? (
        <Balance key={place} place={place} />
      ) : view === 'loads' && manages ? (
        <Loads place={place} />
      ) : (
        <ByHand place={place} manages={manages} />
      )}
    </Flex>
  );
}
