import { useRouter } from '@tarojs/taro';
import type { Account } from '@/client/account';
import { RoomFor } from '@/client/outbox/RoomFor';
import { roomOfVisit } from '@/client/outbox/room';
import { StaffOnly } from '@/client/StaffOnly';
import { codeList } from '@/domain/codes';
import {
  BigChoice,
  Card,
  DatePickerField,
  IdNumberField,
  Notice,
  Page,
  PhoneField,
  PrimaryAction,
  ProblemNotice,
  TextField,
  Tick,
} from '@/ui';
import { houseNoInWords } from '../parts/state-words';
import { useAddPerson } from './use-add-person';

export default function AddPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['enumerator', 'committee']}>
      {(account) => (
        <RoomFor bytes={roomOfVisit} what="登记一个人">
          <Add account={account} villageCode={params.village ?? ''} householdId={params.household ?? ''} />
        </RoomFor>
      )}
    </StaffOnly>
  );
}

const relations = codeList('relation_short').items.map(({ code, label }) => ({ value: code, label }));
const sexes = [
  { value: '1', label: '男' },
  { value: '2', label: '女' },
];

interface AddProps {
  account: Account;
  villageCode: string;
  householdId: string;
}

/** Somebody found at the door who is not in the register: on the list at once, also without a signal. */
function Add({ account, villageCode, householdId }: AddProps) {
  const { person, set, household, complete, fault, save, busy, problem } = useAddPerson(
    account,
    villageCode,
    householdId
  );
  const { numberless } = person;
  return (
    <Page
      dense
      action={
        <PrimaryAction name="save-person" busy={busy} disabled={!complete} onPress={() => void save()}>
          登记
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={problem} />
      {household && <Notice>{`加到 ${household.groupName} ${houseNoInWords(household.houseNo)} 这一户`}</Notice>}
      <Card>
        <TextField name="name" label="姓名" value={person.name} onChange={(name) => set({ name })} max={50} />
        {!numberless && (
          <IdNumberField
            name="idNumber"
            label="公民身份号码"
            value={person.idNumber}
            onChange={(idNumber) => set({ idNumber })}
            {...(fault === undefined ? {} : { error: fault })}
          />
        )}
        <Tick name="numberless" label="没有身份证号" value={numberless} onChange={(yes) => set({ numberless: yes })} />
        {numberless && (
          <>
            <BigChoice name="sex" label="性别" options={sexes} value={person.sex} onChange={(sex) => set({ sex })} />
            <DatePickerField
              name="birthDate"
              label="出生日期"
              value={person.birthDate}
              onChange={(birthDate) => set({ birthDate })}
              min="1900-01-01"
              max={account.today}
            />
            <TextField
              name="reason"
              label="没有号码的原因"
              value={person.reason}
              onChange={(reason) => set({ reason })}
              max={60}
            />
          </>
        )}
        <BigChoice
          name="relation"
          label="与户主关系"
          options={relations}
          value={person.relation}
          onChange={(relation) => set({ relation })}
        />
        {household === undefined && (
          <>
            <TextField
              name="group"
              label="村民组"
              optional
              value={person.groupName}
              onChange={(groupName) => set({ groupName })}
              max={40}
              placeholder="如：三组"
            />
            <TextField
              name="houseNo"
              label="门牌号"
              optional
              value={person.houseNo}
              onChange={(houseNo) => set({ houseNo })}
              max={40}
            />
          </>
        )}
        <PhoneField name="phone" label="联系电话" optional value={person.phone} onChange={(phone) => set({ phone })} />
      </Card>
    </Page>
  );
}
