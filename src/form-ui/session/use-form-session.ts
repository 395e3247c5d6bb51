import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  type Answers,
  type CheckContext,
  checkPage,
  type Finding,
  type FormDefinition,
  type Reasons,
} from '@/domain/form';
import { isProblem } from '@/domain/problem';
import type { Draft } from './draft';
import { type Journey, journeyOf, onPage, placeOf } from './journey';

interface Start {
  answers: Answers;
  reasons: Reasons;
  /** Version of the live record the answers begin from; 0 where there is none. */
  baseVersion: number;
  /** The answers themselves, where they had not arrived in the cloud. */
  startedFrom?: Answers;
  page?: string;
}

interface Options {
  form: FormDefinition;
  ctx: CheckContext;
  start: Start;
  /** Stores the draft; called after every answer. Rejects when the storage is full or another tab has stored since. */
  save: (draft: Draft) => Promise<void>;
  /** What is typed here is to hold over what another tab has stored. */
  claim: () => Promise<void>;
  /** Milliseconds by a clock that never goes back, for the times by page. */
  monotonic: () => number;
}

export type SaveState = 'saved' | 'saving' | 'failed' | 'elsewhere';

export interface FormSession {
  form: FormDefinition;
  ctx: CheckContext;
  answers: Answers;
  reasons: Reasons;
  baseVersion: number;
  startedFrom: Answers | undefined;
  journey: Journey;
  /** Place among the pages; the number of pages itself means the check page. */
  place: number;
  saveState: SaveState;
  /** The person tried to leave this page: what is wrong on it is now said. */
  insisted: boolean;
  answer(field: string, value: unknown): void;
  /** Several answers at once: one write. */
  answerAll(values: Answers): void;
  /** Stores what is typed here over what another tab has stored. */
  takeOver(): void;
  setReason(key: string, reason: string): void;
  /** Goes on if the page has no fault; otherwise says what is wrong and returns the first finding. */
  next(): Finding | undefined;
  /** Says everything that is wrong, on the whole form; returns the first thing that keeps it from being sent. */
  insist(): Finding | undefined;
  back(): void;
  goTo(page: string): void;
  /** Milliseconds by page id and the number of changed answers, for the quality checks. */
  paradata(): Record<string, number>;
}

/** One form being filled in: answers, place, draft. Every answer is stored before the next one can be given. */
export function useFormSession({ form, ctx, start, save, claim, monotonic }: Options): FormSession {
  const [answers, setAnswers] = useState(start.answers);
  const [reasons, setReasons] = useState(start.reasons);
  const [page, setPage] = useState(start.page ?? '');
  const [insisted, setInsisted] = useState(false);
  const [saveState, setSaveState] = useState<SaveState>('saved');
  const journey = useMemo(() => journeyOf(form, answers, reasons, ctx), [form, answers, reasons, ctx]);
  const place = page === '' ? 0 : placeOf(journey.pages, page);
  const times = usePageTimes(journey.pages[place]?.id ?? checkPage, monotonic);
  const latest = useRef(0);

  const store = useCallback(
    (draft: Omit<Draft, 'formVersion' | 'baseVersion' | 'startedFrom' | 'savedAt'>) => {
      const turn = ++latest.current;
      setSaveState('saving');
      save({
        ...draft,
        formVersion: form.version,
        baseVersion: start.baseVersion,
        ...(start.startedFrom === undefined ? {} : { startedFrom: start.startedFrom }),
        savedAt: new Date().toISOString(),
      }).then(
        () => turn === latest.current && setSaveState('saved'),
        (error: unknown) => turn === latest.current && setSaveState(isElsewhere(error) ? 'elsewhere' : 'failed')
      );
    },
    [form, save, start.baseVersion, start.startedFrom]
  );

  const answerAll = (values: Answers) => {
    const next = { ...answers };
    for (const [field, value] of Object.entries(values)) {
      if (value === undefined || value === '') delete next[field];
      else next[field] = value;
    }
    times.edits.current += 1;
    setAnswers(next);
    store({ answers: next, reasons, page });
  };
  const answer = (field: string, value: unknown) => answerAll({ [field]: value });
  const takeOver = () => void claim().then(() => store({ answers, reasons, page }));

  const setReason = (key: string, reason: string) => {
    const next = { ...reasons, [key]: reason };
    setReasons(next);
    store({ answers, reasons: next, page });
  };

  const goTo = (id: string) => {
    setInsisted(false);
    setPage(id);
    store({ answers, reasons, page: id });
  };

  const next = () => {
    const current = journey.pages[place];
    const faults = current ? onPage(journey.blocking, current) : [];
    if (faults[0]) {
      setInsisted(true);
      return faults[0];
    }
    goTo(journey.pages[place + 1]?.id ?? checkPage);
    return undefined;
  };

  const insist = () => {
    setInsisted(true);
    return journey.blocking[0];
  };

  const back = () => {
    const before = journey.pages[place - 1];
    if (before) goTo(before.id);
  };

  return {
    form,
    ctx,
    answers,
    reasons,
    baseVersion: start.baseVersion,
    startedFrom: start.startedFrom,
    journey,
    place,
    saveState,
    insisted,
    answer,
    answerAll,
    takeOver,
    setReason,
    next,
    insist,
    back,
    goTo,
    paradata: times.read,
  };
}

const isElsewhere = (error: unknown): boolean => isProblem(error) && error.code === 'storage.elsewhere';

/** Time spent on each page by the monotonic clock. */
function usePageTimes(page: string, monotonic: () => number) {
  const spent = useRef<Record<string, number>>({});
  const since = useRef(monotonic());
  const edits = useRef(0);
  const shown = useRef(page);
  const settle = useCallback(() => {
    const now = monotonic();
    spent.current[shown.current] = (spent.current[shown.current] ?? 0) + Math.max(0, Math.round(now - since.current));
    since.current = now;
  }, [monotonic]);
  useEffect(() => {
    if (page === shown.current) return;
    settle();
    shown.current = page;
  }, [page, settle]);
  const read = () => {
    settle();
    return { ...spent.current, edits: edits.current };
  };
  return { edits, read };
}
