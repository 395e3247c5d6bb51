import { useState } from 'react';
import type { Account } from '@/client/account';
import { back, replace } from '@/client/navigate';
import { outbox } from '@/client/outbox/outbox';
import { submit } from '@/client/outbox/submit';
import { dayAhead } from '@/client/words';
import { maskIdNumber, maskPhone, readIdNumber } from '@/domain/identity';
import { addPerson } from '@/domain/operations/people/register';
import type { ProblemReply } from '@/domain/problem';
import { isUnsent } from '@/outbox';
import { newRequestId, problemOf } from '@/platform/client';
import { confirm, toast } from '@/ui';
import { useCarried } from '../parts/use-carried';

const nobody = {
  name: '',
  idNumber: '',
  phone: '',
  relation: '',
  groupName: '',
  houseNo: '',
  sex: '',
  birthDate: '',
  reason: '',
  numberless: false,
};

/** Adds a person under an id made here, so that visits and the form can follow at once, with or without a signal. */
export function useAddPerson(account: Account, villageCode: string, householdId: string) {
  const { village } = useCarried(account.accountId, villageCode);
  const household = village?.households.find((one) => one.householdId === householdId);
  const [person, setPerson] = useState(nobody);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemReply>();
  const set = (change: Partial<typeof nobody>) => setPerson({ ...person, ...change });
  const { numberless, idNumber } = person;
  const read = readIdNumber(idNumber, dayAhead());
  const fault = !numberless && idNumber.length >= 15 && !read.ok ? read.message : undefined;
  const proven = numberless
    ? person.sex !== '' && person.birthDate !== '' && person.reason.trim() !== ''
    : idNumber.trim() !== '' && fault === undefined;
  const complete = person.name.trim() !== '' && person.relation !== '' && proven;

  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const newPersonId = newRequestId();
      const home = household?.householdId ?? newRequestId();
      const groupName = household?.groupName ?? person.groupName;
      const houseNo = household?.houseNo ?? person.houseNo;
      const sent = await submit(
        addPerson,
        {
          subject: newPersonId,
          title: `登记 ${person.name}`,
          after: household?.madeHere ? founderOf(home) : [],
          shows: {
            village: villageCode,
            householdId: home,
            ...(household === undefined || household.madeHere ? { madeHere: '1' } : {}),
            groupName,
            houseNo,
            relation: person.relation,
            name: person.name.trim(),
            ...seenOf(person, read),
          },
        },
        () => ({
          villageCode,
          newPersonId,
          ...(household === undefined || household.madeHere ? { newHouseholdId: home } : { householdId: home }),
          groupName,
          houseNo,
          relation: person.relation,
          name: person.name,
          idNumber: numberless ? null : idNumber,
          ...(person.phone.trim() === '' ? {} : { phone: person.phone }),
          ...(numberless
            ? {
                sex: person.sex === '1' ? ('1' as const) : ('2' as const),
                birthDate: person.birthDate,
                noNumberReason: person.reason,
              }
            : {}),
        })
      );
      if (sent.is === 'refused') {
        await outbox.withdraw(sent.entryId);
        return setProblem(sent.problem);
      }
      const reply = sent.is === 'received' ? sent.value : undefined;
      if (reply?.outcome === 'elsewhere') {
        await confirm({
          title: '这个人在别的村',
          message: `名册上他属于${reply.village?.name ?? '别的村'}，没有重复登记。如已迁来，请村里办理迁移。`,
          confirm: '知道了',
        });
        return back();
      }
      toast(
        reply === undefined ? '已登记在手机里，可以接着填表' : reply.outcome === 'known' ? '名册上已有这个人' : '已登记'
      );
      return replace('enumeratorCollect', { village: villageCode, person: reply?.personId ?? newPersonId });
    } catch (error) {
      setProblem(problemOf(error).toReply());
    } finally {
      setBusy(false);
    }
  };

  return { person, set, household, complete, fault, save, busy, problem };
}

/** Who was added with this household and has not arrived: the others of the house come after him. */
const founderOf = (householdId: string): string[] =>
  outbox
    .snapshot()
    .entries.filter((entry) => isUnsent(entry) && entry.shows?.householdId === householdId)
    .slice(0, 1)
    .map(({ id }) => id);

/** What the list shows of him; the number itself is in the entry only. */
function seenOf(person: typeof nobody, read: ReturnType<typeof readIdNumber>): Record<string, string> {
  const phoneMasked = person.phone.trim() === '' ? '' : maskPhone(person.phone.trim());
  if (person.numberless) return { sex: person.sex, birthDate: person.birthDate, idType: '2', phoneMasked };
  if (!read.ok || !('sex' in read)) return { phoneMasked };
  return { sex: read.sex, birthDate: read.birthDate, idMasked: maskIdNumber(read.number), idType: '1', phoneMasked };
}
