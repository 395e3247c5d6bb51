import { useState } from 'react';
import { back } from '@/client/navigate';
import { buildsOn } from '@/client/outbox/builds-on';
import { outbox } from '@/client/outbox/outbox';
import { submit } from '@/client/outbox/submit';
import { morningOf } from '@/client/words';
import { type ClosingClass, mayClose } from '@/domain/campaign/closing';
import type { ContactOutcome } from '@/domain/campaign/visit-outcomes';
import { recordVisit } from '@/domain/operations/collecting/visit';
import type { ProblemReply } from '@/domain/problem';
import { problemOf } from '@/platform/client';
import { toast } from '@/ui';
import type { CarriedPerson } from '../shelf/carried';
import { contactsOf } from '../shelf/contacts';

export type Channel = 'visit' | 'phone';

export interface Closing {
  populationClass: ClosingClass | '';
  since: string;
  witness: string;
  reason: string;
}

const notClosing: Closing = { populationClass: '', since: '', witness: '', reason: '' };

/** One knock or call of one person, with the closing where there is one. */
export function useVisit(person: CarriedPerson | undefined, cadre: string) {
  const [channel, setChannel] = useState<Channel>('visit');
  const [outcome, setOutcome] = useState<ContactOutcome>();
  const [note, setNote] = useState('');
  const [appointment, setAppointment] = useState('');
  const [closing, setClosing] = useState(notClosing);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemReply>();
  const { populationClass, since, witness, reason } = closing;
  const answer =
    person === undefined || outcome === undefined || populationClass === ''
      ? undefined
      : mayClose({
          populationClass,
          contacts: contactsOf(person, outcome),
          now: new Date(),
          witness,
          reason,
          ...(since === '' ? {} : { since }),
        });

  const save = async () => {
    if (person === undefined || outcome === undefined) return;
    const { personId, name } = person;
    const at = new Date().toISOString();
    const appointmentAt = appointment === '' ? undefined : morningOf(appointment);
    setBusy(true);
    setProblem(undefined);
    try {
      const sent = await submit(
        recordVisit,
        {
          subject: personId,
          title: `${populationClass === '' ? '走访' : '办结'} ${name}`,
          after: buildsOn(outbox.snapshot().entries, personId, recordVisit.name),
          shows: {
            outcome,
            at,
            ...(appointmentAt === undefined ? {} : { appointmentAt }),
            ...(populationClass === '' ? {} : { closed: populationClass }),
          },
        },
        (visitId) => ({
          visitId,
          personId,
          channel,
          outcome,
          cadre,
          note,
          at,
          ...(appointmentAt === undefined ? {} : { appointmentAt }),
          ...(populationClass === ''
            ? {}
            : { closeAs: { populationClass, witness, reason, ...(since === '' ? {} : { since }) } }),
        })
      );
      if (sent.is === 'refused') {
        await outbox.withdraw(sent.entryId);
        return setProblem(sent.problem);
      }
      toast(sent.is === 'received' ? sent.value.next : '已存在手机里，有信号后发送');
      back();
    } catch (error) {
      setProblem(problemOf(error).toReply());
    } finally {
      setBusy(false);
    }
  };

  const change = {
    channel: (next: Channel) => {
      setChannel(next);
      setOutcome(undefined);
    },
    outcome: setOutcome,
    note: setNote,
    appointment: setAppointment,
    closing: (part: Partial<Closing>) => setClosing({ ...closing, ...part }),
  };
  return { channel, outcome, note, appointment, closing, change, may: answer, save, busy, problem };
}
