import { useState } from 'react';
import type { Account } from '@/client/account';
import { useCommand } from '@/client/calls/use-command';
import { SignedIn } from '@/client/SignedIn';
import {
  addFamilyMember,
  allFamilyRelations,
  type FamilyRelation,
  familyRelations,
} from '@/domain/operations/account/family';
import { BigChoice, Card, DatePickerField, Notice, Page, PrimaryAction, ProblemNotice, TextField, Tick } from '@/ui';
import { BindingResult } from '../parts/BindingResult';
import { PersonFields, type TypedPerson } from '../parts/PersonFields';

/** Answering for somebody of the family: the record says who answered and how they are related. */
export default function FamilyPage() {
  return <SignedIn>{(account) => <AddFamily account={account} />}</SignedIn>;
}

const relations = allFamilyRelations.map((value) => ({ value, label: familyRelations[value] }));

function AddFamily({ account }: { account: Account }) {
  const [relation, setRelation] = useState<FamilyRelation>();
  const [person, setPerson] = useState<TypedPerson>({ name: '', idNumber: '', villageCode: '' });
  const [numberless, setNumberless] = useState<{ reason: string; sex: string; birthDate: string }>();
  const add = useCommand(addFamilyMember);
  const [found, setFound] = useState<Awaited<ReturnType<typeof add.run>>>();
  if (found) return <BindingResult found={found} />;
  const send = async () => {
    if (relation === undefined) return;
    setFound(
      await add.run({
        relation,
        name: person.name,
        idNumber: numberless === undefined ? person.idNumber : null,
        ...(person.villageCode === '' ? {} : { villageCode: person.villageCode }),
        ...(numberless === undefined
          ? {}
          : {
              noNumberReason: numberless.reason,
              sex: numberless.sex === '1' ? ('1' as const) : ('2' as const),
              birthDate: numberless.birthDate,
            }),
      })
    );
  };
  const complete =
    relation !== undefined &&
    person.name.trim() !== '' &&
    (numberless === undefined
      ? person.idNumber.trim() !== ''
      : numberless.sex !== '' && numberless.birthDate !== '' && numberless.reason.trim() !== '');
  return (
    <Page
      action={
        <PrimaryAction name="add" busy={add.busy} disabled={!complete} onPress={() => void send()}>
          添加
        </PrimaryAction>
      }
    >
      <Notice>替家人填报前，请先得到他（她）的同意。记录会写明是您代填的。</Notice>
      <ProblemNotice problem={add.problem} />
      <Card>
        <BigChoice
          name="relation"
          label="他（她）是您的"
          options={relations}
          value={relation}
          onChange={(value) => setRelation(value as FamilyRelation)}
        />
        <PersonFields
          value={person}
          onChange={setPerson}
          edition={account.county.edition}
          withoutNumber={numberless !== undefined}
        />
        <Tick
          name="numberless"
          label="还没有身份证号（新生儿、没有上户口等）"
          value={numberless !== undefined}
          onChange={(yes) => setNumberless(yes ? { reason: '', sex: '', birthDate: '' } : undefined)}
        />
        {numberless && (
          <>
            <BigChoice
              name="sex"
              label="性别"
              options={[
                { value: '1', label: '男' },
                { value: '2', label: '女' },
              ]}
              value={numberless.sex}
              onChange={(sex) => setNumberless({ ...numberless, sex })}
            />
            <DatePickerField
              name="birthDate"
              label="出生日期"
              value={numberless.birthDate}
              onChange={(birthDate) => setNumberless({ ...numberless, birthDate })}
              min="1900-01-01"
              max={account.today}
            />
            <TextField
              name="numberless-reason"
              label="为什么没有号码"
              value={numberless.reason}
              onChange={(reason) => setNumberless({ ...numberless, reason })}
              max={60}
              placeholder="如：新生儿还没有上户口"
            />
          </>
        )}
      </Card>
    </Page>
  );
}
