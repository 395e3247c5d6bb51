import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Account } from '@/client/account';
import { RoomFor } from '@/client/outbox/RoomFor';
import { roomOfVisit } from '@/client/outbox/room';
import { StaffOnly } from '@/client/StaffOnly';
import { dayAhead } from '@/client/words';
import { startingSettings } from '@/domain/campaign/settings';
import { type ContactOutcome, outcomeFits, outcomes } from '@/domain/campaign/visit-outcomes';
import { codeList } from '@/domain/codes';
import { storage } from '@/platform/storage';
import {
  ActionButton,
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
} from '@/ui';
import { useCarried } from '../parts/use-carried';
import { ClosingFields } from './ClosingFields';
import { useCadre } from './use-cadre';
import { useDial } from './use-dial';
import { type Channel, useVisit } from './use-visit';

export default function VisitPage() {
  const { params } = useRouter();
  return (
    <StaffOnly roles={['enumerator']}>
      {(account) => (
        <RoomFor bytes={roomOfVisit} what="登记一次走访">
          <Visit account={account} villageCode={params.village ?? ''} personId={params.person ?? ''} />
        </RoomFor>
      )}
    </StaffOnly>
  );
}

interface VisitProps {
  account: Account;
  villageCode: string;
  personId: string;
}

/** A knock or a call: the outcome and 保存, two taps; the leading cadre stands for the rest of the day. */
function Visit({ account, villageCode, personId }: VisitProps) {
  const { village, loading } = useCarried(account.accountId, villageCode);
  const person = village?.persons.find((one) => one.personId === personId);
  const [cadre, setCadre] = useCadre(account.accountId, storage);
  const { channel, outcome, note, appointment, closing, change, may, save, busy, problem } = useVisit(person, cadre);
  const [ending, setEnding] = useState(false);
  const dialling = useDial(personId);
  const blocked =
    outcome === undefined || (channel === 'visit' && cadre.trim() === '') || (may !== undefined && !may.may);

  if (person === undefined) {
    return (
      <Page dense loading={loading}>
        <Empty title="名单里没有这个人" hint="请回到名单更新一次。" />
      </Page>
    );
  }
  return (
    <Page
      dense
      title={`走访 ${person.name}`}
      top={
        <Tabs
          value={channel}
          onChange={change.channel}
          items={[
            { value: 'visit', label: '上门' },
            { value: 'phone', label: '打电话' },
          ]}
        />
      }
      action={
        <PrimaryAction
          name="save-visit"
          busy={busy}
          disabled={blocked}
          onPress={() => void save()}
          {...(outcome !== undefined && channel === 'visit' && cadre.trim() === '' ? { note: '请填带领的村干部' } : {})}
        >
          {closing.populationClass === '' ? '保存' : '保存并办结'}
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={problem ?? dialling.problem} />
      <Notice>{attemptsInWords(person.attemptDays)}</Notice>
      {channel === 'phone' && (
        <ActionButton
          name="dial"
          busy={dialling.busy}
          disabled={person.phoneMasked === ''}
          onPress={() => void dialling.run()}
        >
          {person.phoneMasked === '' ? '没有登记电话' : `拨打 ${person.phoneMasked}`}
        </ActionButton>
      )}
      <Card>
        <BigChoice
          name="outcome"
          label="结果"
          options={optionsFor(channel)}
          value={outcome}
          onChange={(code) => change.outcome(code as ContactOutcome)}
        />
        {outcome && <Notice>{outcomes[outcome].next}</Notice>}
        {outcome && outcomes[outcome].meaning === 'later' && (
          <DatePickerField
            name="appointment"
            label="约在哪一天"
            value={appointment}
            onChange={change.appointment}
            min={dayAhead(0)}
            max={dayAhead(90)}
            start={dayAhead(1)}
          />
        )}
        <TextField
          name="cadre"
          label="带领村干部"
          optional={channel === 'phone'}
          value={cadre}
          onChange={setCadre}
          max={50}
        />
        <TextField name="note" label="备注" optional value={note} onChange={change.note} max={200} />
      </Card>
      {outcome &&
        (ending ? (
          <ClosingFields closing={closing} onChange={change.closing} may={may} />
        ) : (
          <ActionButton kind="quiet" name="close-person" onPress={() => setEnding(true)}>
            死亡、迁出、拒绝、找不到，办结
          </ActionButton>
        ))}
    </Page>
  );
}

const { closingAttempts } = startingSettings;

function attemptsInWords(days: number): string {
  if (days === 0) return `空挂户、拒绝要在不同的 ${closingAttempts} 天各联系一次才能办结，这是第一次。`;
  const left = closingAttempts - days;
  return left > 0
    ? `已在 ${days} 个不同的日子联系过，还要改天再联系 ${left} 次才能按空挂户、拒绝办结。`
    : `已在 ${days} 个不同的日子联系过，可以按规定办结。`;
}

const optionsFor = (channel: Channel) =>
  codeList('contact_outcome')
    .items.filter(({ code }) => outcomeFits(code as ContactOutcome, channel))
    .map(({ code, label }) => ({ value: code, label }));
