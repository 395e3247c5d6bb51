import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Account } from '@/client/account';
import { back, replace } from '@/client/navigate';
import { StaffOnly } from '@/client/StaffOnly';
import { submit } from '@/client/submit';
import { codeList } from '@/domain/codes';
import { addPerson } from '@/domain/operations/register';
import type { ProblemReply } from '@/domain/problem';
import { problemOf } from '@/platform/client';
import {
  BigChoice,
  Card,
  confirm,
  DatePickerField,
  IdNumberField,
  Notice,
  Page,
  PhoneField,
  PrimaryAction,
  ProblemNotice,
  TextField,
  Tick,
  toast,
} from '@/ui';
import { houseNoInWords } from '../parts/state-words';
import { useCarried } from '../parts/use-carried';

export default function AddPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['enumerator', 'committee']}>
      {(account) => <Add account={account} villageCode={params.village ?? ''} householdId={params.household ?? ''} />}
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

/** Somebody found at the door who is not in the register. Without a signal he waits in the outbox like everything else. */
function Add({ account, villageCode, householdId }: AddProps) {
  const { village } = useCarried(account.accountId, villageCode);
  const household = village?.households.find((one) => one.householdId === householdId);
  const [person, setPerson] = useState({
    name: '',
    idNumber: '',
    phone: '',
    relation: '',
    groupName: '',
    houseNo: '',
    sex: '',
    birthDate: '',
    reason: '',
  });
  const [numberless, setNumberless] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemReply>();
  const set = (change: Partial<typeof person>) => setPerson({ ...person, ...change });
  const complete =
    person.name.trim() !== '' &&
    person.relation !== '' &&
    (numberless
      ? person.sex !== '' && person.birthDate !== '' && person.reason.trim() !== ''
      : person.idNumber.trim() !== '');

  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const sent = await submit(addPerson, { subject: '', title: `登记 ${person.name}` }, () => ({
        villageCode,
        ...(household ? { householdId: household.householdId } : {}),
        groupName: household?.groupName ?? person.groupName,
        houseNo: household?.houseNo ?? person.houseNo,
        relation: person.relation,
        name: person.name,
        idNumber: numberless ? null : person.idNumber,
        ...(person.phone.trim() === '' ? {} : { phone: person.phone }),
        ...(numberless
          ? {
              sex: person.sex === '1' ? ('1' as const) : ('2' as const),
              birthDate: person.birthDate,
              noNumberReason: person.reason,
            }
          : {}),
      }));
      if (sent.is === 'refused') return setProblem(sent.problem);
      if (sent.is === 'kept') {
        toast('已存在手机里，有信号后登记');
        return back();
      }
      await tell(sent.value.outcome, sent.value.village?.name ?? '', sent.value.personId);
    } catch (error) {
      setProblem(problemOf(error).toReply());
    } finally {
      setBusy(false);
    }
  };

  const tell = async (outcome: 'added' | 'known' | 'elsewhere', place: string, personId: string | null) => {
    if (outcome === 'elsewhere') {
      await confirm({
        title: '这个人在别的村',
        message: `名册上他属于${place}，没有重复登记。如已迁来，请村里办理迁移。`,
        confirm: '知道了',
      });
      return back();
    }
    toast(outcome === 'known' ? '名册上已有这个人' : '已登记');
    if (personId === null) return back();
    return replace('enumeratorCollect', { village: villageCode, person: personId });
  };

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
          />
        )}
        <Tick name="numberless" label="没有身份证号" value={numberless} onChange={setNumberless} />
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
