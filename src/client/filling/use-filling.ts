import { useState } from 'react';
import { useDraftKeeper } from '@/client/filling/use-draft-keeper';
import { outbox } from '@/client/outbox/outbox';
import { type Sent, submit } from '@/client/outbox/submit';
import type { Answers, CheckContext, FormDefinition, Reasons } from '@/domain/form';
import type { ProblemReply } from '@/domain/problem';
import { type Draft, type FormSession, useFormSession } from '@/form-ui';
import type { Entry } from '@/outbox';
import { type InputFor, problemOf } from '@/platform/client';
import { monotonic } from '@/platform/device/clock';
import { storage } from '@/platform/storage';
import { buildsOn } from '../outbox/builds-on';
import type { Carried } from '../outbox/carried';

export interface Start {
  answers: Answers;
  reasons: Reasons;
  /** Version of the record the answers begin from; 0 where there is none. */
  baseVersion: number;
  /** The answers it begins from, where they have not arrived in the cloud. */
  startedFrom?: Answers;
  page?: string;
}

/** What every form sends, whatever it is about. */
export interface Filled extends Pick<Start, 'answers' | 'reasons' | 'baseVersion' | 'startedFrom'> {
  submissionId: string;
  collectedAt: string;
  paradata: Record<string, number>;
}

interface Options<Op extends Carried> {
  form: FormDefinition;
  operation: Op;
  ctx: CheckContext;
  start: Start;
  /** Where the draft lies, and what lay there when the form was opened. */
  draftKey: string;
  draft: Draft | undefined;
  /** The refused entry of the outbox that is put right. */
  mends: string | undefined;
  words: (session: FormSession) => Pick<Entry, 'subject' | 'title' | 'shows'>;
  build: (filled: Filled) => InputFor<Op>;
  /** It arrived, or is kept by the outbox; the draft is gone. */
  onSent: (sent: Exclude<Sent<Op>, { is: 'refused' }>) => void | Promise<void>;
}

export interface Filling {
  session: FormSession;
  /** Into the outbox and out, if there is a network; when it was refused, `problem` says why. */
  send: () => Promise<void>;
  sending: boolean;
  problem: ProblemReply | undefined;
}

/** One form being filled in and sent, whichever it is: every answer a write of the draft, the end an entry of the outbox. */
export function useFilling<Op extends Carried>(options: Options<Op>): Filling {
  const { form, operation, ctx, start, draftKey, draft, mends, words, build, onSent } = options;
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<ProblemReply>();
  const keeper = useDraftKeeper(draftKey, draft);
  const session = useFormSession({ form, ctx, start, save: keeper.save, claim: keeper.claim, monotonic });

  const send = async () => {
    setSending(true);
    setProblem(undefined);
    try {
      const { answers, reasons, baseVersion, startedFrom } = session;
      const about = words(session);
      const after = buildsOn(outbox.snapshot().entries, about.subject, operation.name);
      const sent = await submit(operation, { ...about, after }, (submissionId) =>
        build({
          submissionId,
          answers,
          reasons,
          baseVersion,
          ...(startedFrom === undefined ? {} : { startedFrom }),
          collectedAt: new Date().toISOString(),
          paradata: session.paradata(),
        })
      );
      if (sent.is === 'refused') {
        // What was typed is still the draft of this phone; the refused entry would only be a second copy.
        await outbox.withdraw(sent.entryId);
        setProblem(sent.problem);
        return;
      }
      if (mends !== undefined) await outbox.withdraw(mends, sent.entryId);
      await storage.remove(draftKey);
      await onSent(sent);
    } catch (error) {
      setProblem(problemOf(error).toReply());
    } finally {
      setSending(false);
    }
  };

  return { session, send, sending, problem };
}
