import { useRouter } from '@tarojs/taro';
import type { Account } from '@/client/account';
import { open } from '@/client/navigate';
import { OutboxNotice } from '@/client/outbox/OutboxNotice';
import { StaffOnly } from '@/client/StaffOnly';
import { dayAhead, dayInWords } from '@/client/words';
import { Card, Empty, ListRow, Page } from '@/ui';
import { houseNoInWords, lastAttempt } from '../parts/state-words';
import { useCarried } from '../parts/use-carried';
import { appointmentsOf } from '../shelf/appointments';

export default function AppointmentsPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['enumerator']}>
      {(account) => <Appointments account={account} villageCode={params.village ?? ''} />}
    </StaffOnly>
  );
}

interface AppointmentsProps {
  account: Account;
  villageCode: string;
}

/** Return visits and calls that were promised, by day; what is overdue first. */
function Appointments({ account, villageCode }: AppointmentsProps) {
  const { village, loading } = useCarried(account.accountId, villageCode);
  const days = village === undefined ? [] : appointmentsOf(village);
  const houses = new Map(village?.households.map((household) => [household.householdId, household]));
  return (
    <Page dense loading={loading}>
      <OutboxNotice />
      {days.length === 0 && (
        <Empty title="没有约好的回访" hint="走访时选“约定再访”，填上哪一天，就会排在这里。" icon="calendar" />
      )}
      {days.map(({ day, persons }) => (
        <Card key={day} title={headingOf(day)} flush>
          {persons.map((person) => {
            const house = houses.get(person.householdId);
            return (
              <ListRow
                key={person.personId}
                name={`appointment-${person.personId}`}
                title={person.name}
                note={[house?.groupName, houseNoInWords(house?.houseNo ?? ''), lastAttempt(person)]
                  .filter(Boolean)
                  .join(' · ')}
                onPress={() => open('enumeratorHousehold', { village: villageCode, household: person.householdId })}
              />
            );
          })}
        </Card>
      ))}
    </Page>
  );
}

function headingOf(day: string): string {
  if (day < dayAhead()) return `${dayInWords(day)}（已过）`;
  if (day === dayAhead()) return `今天 ${dayInWords(day)}`;
  return day === dayAhead(1) ? `明天 ${dayInWords(day)}` : dayInWords(day);
}
