import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Account } from '@/client/account';
import { open } from '@/client/navigate';
import { OutboxNotice } from '@/client/outbox/OutboxNotice';
import { useOutbox } from '@/client/outbox/outbox';
import { StaffOnly } from '@/client/StaffOnly';
import { codeLabel } from '@/domain/codes';
import { ActionButton, Card, Empty, Facts, Page, PrimaryAction, StateTag } from '@/ui';
import { houseNoInWords, lastAttempt, stateOf } from '../parts/state-words';
import { useCarried } from '../parts/use-carried';
import { unsentOf } from '../shelf/in-field';
import { householdOf } from '../shelf/order';
import './household.scss';

export default function HouseholdPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['enumerator']}>
      {(account) => (
        <Household account={account} villageCode={params.village ?? ''} householdId={params.household ?? ''} />
      )}
    </StaffOnly>
  );
}

interface HouseholdProps {
  account: Account;
  villageCode: string;
  householdId: string;
}

/** The members of one household with their relation and state; a visit or a form is one tap away. */
function Household({ account, villageCode, householdId }: HouseholdProps) {
  const { village, loading } = useCarried(account.accountId, villageCode);
  const { entries } = useOutbox();
  const item = village && householdOf(village, householdId);
  const go = (route: 'enumeratorVisit' | 'enumeratorCollect', person: string) =>
    open(route, { village: villageCode, person });
  return (
    <Page
      dense
      loading={loading}
      title={item ? `${item.members[0]?.name ?? ''}家` : '一户人家'}
      action={
        <PrimaryAction
          name="add-member"
          onPress={() => open('enumeratorAdd', { village: villageCode, household: householdId })}
        >
          这户还有别人
        </PrimaryAction>
      }
    >
      <OutboxNotice />
      {item === undefined && <Empty title="名单里没有这一户" hint="可能已经迁走，请回到名单更新一次。" />}
      {item?.household && (
        <Card>
          <Facts
            items={[
              {
                label: '住址',
                value: [item.household.groupName, houseNoInWords(item.household.houseNo), item.household.address]
                  .filter(Boolean)
                  .join(' '),
              },
              { label: '户号', value: item.household.householdNo || '无' },
              { label: '填报方式', value: modeInWords[item.household.mode ?? ''] },
            ]}
          />
        </Card>
      )}
      {item?.members.map((person) => {
        const state = stateOf(person, unsentOf(entries, person.personId).length);
        return (
          <Card
            key={person.personId}
            name={`member-${person.personId}`}
            title={`${person.name}（${codeLabel('relation_short', person.relation)}）`}
            extra={<StateTag tone={state.tone}>{state.words}</StateTag>}
          >
            <Facts
              items={[
                { label: '出生', value: [codeLabel('sex', person.sex), person.birthDate].filter(Boolean).join(' ') },
                { label: '证件', value: person.idMasked || '暂无' },
                { label: '电话', value: person.phoneMasked || '没有登记' },
                { label: '走访', value: lastAttempt(person) },
              ]}
            />
            <View className="yt-member-acts">
              <ActionButton
                kind="main"
                inline
                name={`collect-${person.personId}`}
                onPress={() => go('enumeratorCollect', person.personId)}
              >
                填表
              </ActionButton>
              <ActionButton
                inline
                name={`visit-${person.personId}`}
                onPress={() => go('enumeratorVisit', person.personId)}
              >
                没见到、打电话
              </ActionButton>
            </View>
          </Card>
        );
      })}
    </Page>
  );
}

const modeInWords = {
  '': '还没有选',
  self: '说了自己填，先不用上门',
  visit: '请采集员上门',
  due: '自己填的时间已过，该上门了',
} as const;
