import { Button, Drawer, Skeleton, Tabs } from 'antd';
import { useState } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { person } from '@/domain/operations/people/register';
import { Household } from '../household/Household';
import { Trouble } from '../parts/Trouble';
import { useDesk } from '../post/use-post';
import { Paper } from './Paper';
import { PersonFacts } from './PersonFacts';
import { RegisterChanges } from './RegisterChanges';
import { Reveal } from './Reveal';
import { Versions } from './Versions';
import { Visits } from './Visits';

interface PersonDrawerProps {
  personId: string;
  onClose: () => void;
}

/** All that is held about one person, masked. */
export function PersonDrawer({ personId, onClose }: PersonDrawerProps) {
  const { may } = useDesk();
  const { value, problem, reload } = useQuery(person, { personId });
  const [revealing, setRevealing] = useState(false);
  const shown = value?.personId === personId ? value : undefined;
  return (
    <Drawer
      open
      width={820}
      title={shown?.name ?? '人员信息'}
      onClose={onClose}
      className="at--person"
      extra={
        shown &&
        may('secret.reveal') && (
          <Button className="at--to-reveal" onClick={() => setRevealing(true)}>
            查看原文
          </Button>
        )
      }
    >
      <Trouble problem={problem} onRetry={() => void reload()} />
      {shown === undefined ? (
        !problem && <Skeleton active />
      ) : (
        <Tabs
          destroyOnHidden
          items={[
            { key: 'facts', label: '基本情况', children: <PersonFacts person={shown} /> },
            ...(shown.householdId !== null && may('person.list')
              ? [
                  {
                    key: 'household',
                    label: '本户',
                    children: <Household householdId={shown.householdId} onChanged={() => void reload()} />,
                  },
                ]
              : []),
            { key: 'visits', label: `走访（${shown.visits.length}）`, children: <Visits visits={shown.visits} /> },
            ...(shown.record
              ? [
                  { key: 'paper', label: '采集表', children: <Paper personId={personId} /> },
                  { key: 'versions', label: '修改历史', children: <Versions personId={personId} /> },
                ]
              : []),
            { key: 'register', label: '名册变动', children: <RegisterChanges personId={personId} /> },
          ]}
        />
      )}
      {revealing && shown && <Reveal personId={personId} name={shown.name} onClose={() => setRevealing(false)} />}
    </Drawer>
  );
}
