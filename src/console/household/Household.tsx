import { Alert, Button, Descriptions, Flex, Skeleton } from 'antd';
import { useState } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { household } from '@/domain/operations/people/register';
import { Trouble } from '../parts/Trouble';
import { useDesk } from '../post/use-post';
import { Birth } from './Birth';
import { ChangeHead } from './ChangeHead';
import { Death } from './Death';
import { Join } from './Join';
import { MembersTable } from './MembersTable';
import { isThere, type Member } from './relations';
import { Split } from './Split';
import { Transfer } from './Transfer';

type Act = 'split' | 'join' | 'head' | 'birth' | 'transfer';

interface HouseholdProps {
  householdId: string;
  /** The person shown beside it may stand in another household now. */
  onChanged: () => void;
}

/** The household of a person, and what the office puts right in it: every act is kept with its reason. */
export function Household({ householdId, onChanged }: HouseholdProps) {
  const { may } = useDesk();
  const { value: house, problem, reload } = useQuery(household, { householdId });
  const [act, setAct] = useState<Act>();
  const [dying, setDying] = useState<Member>();
  if (house === undefined || house.householdId !== householdId)
    return problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Skeleton active />;
  // Somebody else may have been quicker: what is shown after a refusal is what stands now.
  const close = () => {
    void reload();
    setAct(undefined);
    setDying(undefined);
  };
  const done = () => {
    close();
    onChanged();
  };
  const living = house.members.filter(isThere);
  const corrects = may('register.correct');
  const doors: { act: Act; label: string; when: boolean }[] = [
    { act: 'split', label: '分户', when: corrects && house.members.length > 1 },
    { act: 'join', label: '并户', when: corrects },
    { act: 'head', label: '户主变更', when: corrects && living.length > 0 },
    { act: 'birth', label: '登记出生', when: corrects },
    { act: 'transfer', label: '迁往别的村（居）', when: may('register.transfer') && living.length > 0 },
  ];
  const dialog = { house, onClose: close, onDone: done };
  return (
    <Flex vertical gap={12}>
      <Flex gap={8} wrap>
        {doors
          .filter(({ when }) => when)
          .map(({ act: to, label }) => (
            <Button key={to} className={`at--to-${to}`} onClick={() => setAct(to)}>
              {label}
            </Button>
          ))}
      </Flex>
      {living.length > 0 && !living.some(({ personId }) => personId === house.headPersonId) && (
        <Alert type="warning" showIcon message="这一户现在没有户主，请用“户主变更”指定一人。" />
      )}
      <Descriptions
        size="small"
        bordered
        column={2}
        items={[
          { key: 'no', label: '户号', children: house.householdNo || '没有' },
          { key: 'village', label: '村（居）', children: house.village?.name ?? '待归属' },
          { key: 'group', label: '组', children: house.groupName },
          { key: 'house', label: '门牌号', children: house.houseNo },
          { key: 'address', label: '住址', span: 2, children: house.address },
        ]}
      />
      <MembersTable
        members={house.members}
        {...(corrects
          ? {
              acts: (member: Member) =>
                member.populationClass !== '09' && (
                  <Button
                    type="link"
                    size="small"
                    className={`at--death-${member.personId}`}
                    onClick={() => setDying(member)}
                  >
                    登记死亡
                  </Button>
                ),
            }
          : {})}
      />
      {act === 'split' && <Split {...dialog} />}
      {act === 'join' && <Join {...dialog} />}
      {act === 'head' && <ChangeHead {...dialog} />}
      {act === 'birth' && <Birth {...dialog} />}
      {act === 'transfer' && <Transfer {...dialog} />}
      {dying && <Death {...dialog} person={dying} />}
    </Flex>
  );
}
