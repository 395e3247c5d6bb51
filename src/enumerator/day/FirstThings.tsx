import type { Account } from '@/client/account';
import { open } from '@/client/navigate';
import { dayAhead } from '@/client/words';
import { Card, ListRow, StateTag } from '@/ui';
import { useReturned } from '../parts/use-returned';
import { appointmentsOf } from '../shelf/appointments';
import type { CarriedVillage } from '../shelf/carried';

interface FirstThingsProps {
  account: Account;
  village: CarriedVillage;
}

/** What came back to be put right, and whom one promised to come to; nothing stands here when there is neither. */
export function FirstThings({ account, village }: FirstThingsProps) {
  const { villageCode } = village;
  const returned = useReturned(account.accountId, village);
  const promised = appointmentsOf(village);
  const due = promised.filter(({ day }) => day <= dayAhead()).flatMap(({ persons }) => persons).length;
  const later = promised.flatMap(({ persons }) => persons).length - due;
  return (
    <>
      {returned.length > 0 && (
        <Card title={`退回要改的 ${returned.length} 份`} flush name="returned-list">
          {returned.map(({ formId, personId, name, reason, comments }) => (
            <ListRow
              key={personId}
              name={`returned-${personId}`}
              title={name}
              note={[reason, ...comments.map(({ label }) => label)].join(' · ')}
              value={<StateTag tone="fault">要改</StateTag>}
              onPress={() =>
                formId === 'employer'
                  ? open('enumeratorEmployer', { village: villageCode, employer: personId })
                  : open('enumeratorCollect', { village: villageCode, person: personId })
              }
            />
          ))}
        </Card>
      )}
      {due + later > 0 && (
        <Card flush>
          <ListRow
            name="appointments"
            icon="calendar"
            title="约好的回访"
            note={later > 0 ? `以后几天还有 ${later} 人` : undefined}
            value={due > 0 ? <StateTag tone="wait">{`今天 ${due} 人`}</StateTag> : undefined}
            onPress={() => open('enumeratorAppointments', { village: villageCode })}
          />
        </Card>
      )}
    </>
  );
}
