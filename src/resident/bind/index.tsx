import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { SignedIn } from '@/client/SignedIn';
import { bindSelf } from '@/domain/operations/account/family';
import { Card, Notice, Page, PrimaryAction, ProblemNotice } from '@/ui';
import { BindingResult } from '../parts/BindingResult';
import { PersonFields, type TypedPerson } from '../parts/PersonFields';

/** Who is it that signed in: name and number must both match the register. */
export default function BindPage() {
  return <SignedIn>{(account) => <Bind edition={account.county.edition} />}</SignedIn>;
}

function Bind({ edition }: { edition: string }) {
  const [person, setPerson] = useState<TypedPerson>({ name: '', idNumber: '', villageCode: '' });
  const bind = useCommand(bindSelf);
  const [found, setFound] = useState<Awaited<ReturnType<typeof bind.run>>>();
  if (found) return <BindingResult found={found} />;
  const send = async () =>
    setFound(
      await bind.run({
        name: person.name,
        idNumber: person.idNumber,
        ...(person.villageCode === '' ? {} : { villageCode: person.villageCode }),
      })
    );
  return (
    <Page
      action={
        <PrimaryAction
          name="bind"
          busy={bind.busy}
          disabled={person.name.trim() === '' || person.idNumber.trim() === ''}
          onPress={() => void send()}
        >
          核对
        </PrimaryAction>
      }
    >
      <Notice>请填您本人的。替父母、配偶、孩子填报，请先核对您自己，再添加家人。</Notice>
      <ProblemNotice problem={bind.problem} />
      <Card>
        <PersonFields value={person} onChange={setPerson} edition={edition} />
      </Card>
    </Page>
  );
}
