import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Account } from '@/client/account';
import { back } from '@/client/navigate';
import { StaffOnly } from '@/client/StaffOnly';
import { submit } from '@/client/submit';
import { type ContactOutcome, outcomeFits, outcomes } from '@/domain/campaign/visit-outcomes';
import { codeList } from '@/domain/codes';
import { recordVisit } from '@/domain/operations/visit';
import type { ProblemReply } from '@/domain/problem';
import { problemOf } from '@/platform/client';
import { storage } from '@/platform/storage';
import {
  BigChoice,
  Card,
  DatePickerField,
  Empty,
  Notice,
  Page,
  PrimaryAction,
  ProblemNotice,
  Tabs,
  TextField,
  toast,
} from '@/ui';
import { useCarried } from '../parts/use-carried';
import { useCadre } from './use-cadre';

export default function VisitPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['enumerator']}>
      {(account) => <Visit account={account} villageCode={params.village ?? ''} personId={params.person ?? ''} />}
    </StaffOnly>
  );
}

type Channel = 'visit' | 'phone';

interface VisitProps {
  account: Account;
  villageCode: string;
  personId: string;
}

/** A knock or a call: the outcome and the leading cadre, two taps; the same cadre stands for the rest of the day. */
function Visit({ account, villageCode, personId }: VisitProps) {
  const { village, loading } = useCarried(account.accountId, villageCode);
  const person = village?.persons.find((one) => one.personId === personId);
  const [channel, setChannel] = useState<Channel>('visit');
  const [outcome, setOutcome] = useState<ContactOutcome>();
  const [cadre, setCadre] = useCadre(account.accountId, storage);
  const [note, setNote] = useState('');
  const [appointment, setAppointment] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemReply>();

  const save = async () => {
    if (person === undefined || outcome === undefined) return;
    setBusy(true);
    try {
      const sent = await submit(recordVisit, { subject: personId, title: `走访 ${person.name}` }, (visitId) => ({
        visitId,
        personId,
        channel,
        outcome,
        cadre,
        note,
        at: new Date().toISOString(),
        ...(appointment === '' ? {} : { appointmentAt: `${appointment}T01:00:00.000Z` }),
      }));
      if (sent.is === 'refused') {
        setProblem(sent.problem);
        return;
      }
      toast(sent.is === 'received' ? sent.value.next : '已存在手机里，有信号后发送');
      back();
    } catch (error) {
      setProblem(problemOf(error).toReply());
    } finally {
      setBusy(false);
    }
  };

  return (
    <Page
      dense
      loading={loading}
      title={person ? `走访 ${person.name}` : '登记走访'}
      top={
        <Tabs
          value={channel}
          onChange={setChannel}
          items={[
            { value: 'visit', label: '上门' },
            { value: 'phone', label: '打电话' },
          ]}
        />
      }
      action={
        <PrimaryAction name="save-visit" busy={busy} disabled={outcome === undefined} onPress={() => void save()}>
          保存
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={problem} />
      {person === undefined ? (
        <Empty title="名单里没有这个人" hint="请回到名单更新一次。" />
      ) : (
        <Card>
          {person.attempts > 0 && (
            <Notice>{`已经试过 ${person.attempts} 次。空挂户、拒绝要在不同的三天各试一次才能办结。`}</Notice>
          )}
          <BigChoice
            name="outcome"
            label="结果"
            options={optionsFor(channel)}
            value={outcome}
            onChange={(code) => setOutcome(code as ContactOutcome)}
          />
          {outcome && <Notice>{outcomes[outcome].next}</Notice>}
          <TextField
            name="cadre"
            label="带领村干部"
            optional={channel === 'phone'}
            value={cadre}
            onChange={setCadre}
            max={50}
          />
          {outcome && outcomes[outcome].meaning === 'later' && village && (
            <DatePickerField
              name="appointment"
              label="约在哪一天"
              value={appointment}
              onChange={setAppointment}
              min={dayAhead(0)}
              max={dayAhead(90)}
              start={dayAhead(1)}
            />
          )}
          <TextField name="note" label="备注" optional value={note} onChange={setNote} max={200} />
        </Card>
      )}
    </Page>
  );
}

const optionsFor = (channel: Channel) =>
  codeList('contact_outcome')
    .items.filter(({ code }) => outcomeFits(code as ContactOutcome, channel))
    .map(({ code, label }) => ({ value: code, label }));

const dayAhead = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
