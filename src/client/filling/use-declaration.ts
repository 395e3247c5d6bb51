import { useMemo } from 'react';
import type { Account } from '@/client/account';
import { forgetForm, type OpenedForm } from '@/client/filling/use-open-form';
import { outbox } from '@/client/outbox/outbox';
import { type Answers, type CheckContext, checkPage, type FormDefinition, upgrade } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { submitRecord } from '@/domain/operations/collecting/collect';
import { type Draft, divisionBook, draftKey } from '@/form-ui';
import { refusedForm, waitingForm } from '../outbox/builds-on';
import { type Filling, type Start, useFilling } from './use-filling';

interface Options {
  account: Account;
  opened: OpenedForm;
  draft: Draft | undefined;
  /** The refused entry of the outbox that is put right; without one, the last refused entry about this person. */
  mends: string | undefined;
  /** How staff reached the person; absent for residents. */
  mode?: 'visit' | 'phone';
  consentVersion: string;
  /** What the lists of the phone show of it until it arrives; for staff. */
  shows?: (answers: Answers) => Readonly<Record<string, string>>;
  /** It arrived, or is kept as this entry of the outbox. */
  onSent: (keptAs: string | undefined) => void | Promise<void>;
}

/** One personal form being filled in and sent, by the person himself, his family, or an enumerator. */
export function useDeclaration({
  account,
  opened,
  draft,
  mends,
  mode,
  consentVersion,
  shows,
  onSent,
}: Options): Filling {
  const { subject, today, register, held } = opened;
  const proxy =
    mode === undefined &&
    account.persons.some(({ personId, relation }) => personId === subject.personId && relation !== 'self');
  const ctx = useMemo(
    (): CheckContext => ({ today, mode: mode ?? 'self', proxy, register, held, divisions: divisionBook }),
    [today, mode, proxy, register, held]
  );
  // As the outbox was when the form was opened: what is sent meanwhile does not change what one is typing.
  const { refused, start } = useMemo(() => begin(opened, draft, mends), [opened, draft, mends]);
  return useFilling({
    form: personalForm,
    operation: submitRecord,
    ctx,
    start,
    draftKey: draftKey(account.accountId, personalForm.name, subject.personId),
    draft,
    mends: refused,
    words: ({ answers }) => ({
      subject: subject.personId,
      title: `填报 ${subject.name}`,
      ...(shows === undefined ? {} : { shows: shows(answers) }),
    }),
    build: (filled) => ({
      ...filled,
      personId: subject.personId,
      formVersion: personalForm.version,
      consentVersion,
      ...(mode === undefined ? {} : { mode }),
    }),
    onSent: async (sent) => {
      await forgetForm(account.accountId, subject.personId);
      await onSent(sent.is === 'kept' ? sent.entryId : undefined);
    },
  });
}

function begin(opened: OpenedForm, draft: Draft | undefined, mends: string | undefined) {
  const { entries } = outbox.snapshot();
  const { personId } = opened.subject;
  const refused = mends ?? refusedForm(entries, personId, submitRecord.name)?.id;
  const waiting = answersOf(waitingForm(entries, personId, submitRecord.name)?.id);
  // What was sent from here and has not arrived yet is what the next change builds on.
  const live = waiting && { ...waiting, version: waiting.baseVersion + 1, arriving: true as const };
  return { refused, start: startOf(live ?? opened.live ?? undefined, draft ?? refusedDraft(refused)) };
}

/** The answers of an entry that the cloud refused later, when its draft was gone. */
function refusedDraft(entryId: string | undefined): Draft | undefined {
  const input = answersOf(entryId);
  if (input === undefined) return undefined;
  const { answers, reasons, formVersion, baseVersion, startedFrom, collectedAt } = input;
  return {
    answers: upgrade(personalForm, answers, formVersion),
    reasons,
    formVersion: personalForm.version,
    baseVersion,
    ...(startedFrom && { startedFrom: upgrade(personalForm, startedFrom, formVersion) }),
    page: checkPage,
    savedAt: collectedAt,
  };
}

function answersOf(entryId: string | undefined) {
  const entry = outbox.snapshot().entries.find(({ id }) => id === entryId);
  const input = submitRecord.input.safeParse(entry?.input);
  return input.success ? input.data : undefined;
}

interface Before {
  version: number;
  formVersion: number;
  answers: Answers;
  reasons: Readonly<Record<string, string>>;
  /** These answers are not in the cloud yet. */
  arriving?: true;
}

/** A draft goes on from the version it began with: the cloud puts it together with what has changed since. */
function startOf(live: Before | undefined, draft: Draft | undefined): Start {
  if (draft !== undefined) return draft;
  if (live === undefined) return { answers: {}, reasons: {}, baseVersion: 0 };
  const { formVersion, reasons, version, arriving } = live;
  const answers = upgrade(personalForm, live.answers, formVersion);
  const begun = arriving && { startedFrom: answers };
  return { answers: unconfirmed(answers), reasons, baseVersion: version, ...begun };
}

const kinds: FormDefinition['fields'] = personalForm.fields;

/** What was confirmed is what was sent then; a correction is confirmed anew. */
const unconfirmed = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => kinds[key]?.kind !== 'confirmation'));
