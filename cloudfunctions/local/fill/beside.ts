import { consentText } from '@/domain/campaign/consent';
import { type Answers, type CheckContext, mergeAnswers, normalize } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { localDay, localTime } from '@/domain/identity';
import { sealLate } from '../../collect/late/keep';
import { heldPlace } from '../../collect/sync/held';
import { randomFrom, receiptNo, type Scene } from '../seed';
import type { Author } from './holders';
import { phoneOf, type Told } from './rows';

interface Late {
  scene: Scene;
  subjectId: string;
  recordId: string;
  villageCode: string;
  /** What stands, and what the other one says. */
  live: Answers;
  late: Answers;
  mode: 'self' | 'visit' | 'phone';
  author: Author;
  liveAt: Date;
}

const day = 86_400_000;

/**
 * Answers that came a day after those that stand: of one who was never told of the other. Where the village had gone to
 * somebody else they were collected before, and the phone was away.
 */
export function comparisonRow(one: Late, { countyCode, secrecy }: Told): unknown[] {
  const { scene, subjectId, recordId, villageCode, live, late, mode, author, liveAt } = one;
  const moved = scene === 'leaseMoved';
  const receivedAt = new Date(liveAt.getTime() + day);
  const collectedAt = moved ? new Date(liveAt.getTime() - 20 * day) : receivedAt;
  const answers: Answers = { ...late, collectedAt: collectedAt.toISOString() };
  const comparisonId = `k-${subjectId}`;
  const random = randomFrom(`late ${subjectId}`);
  return [
    countyCode,
    comparisonId,
    moved ? 'lease' : 'conflict',
    personalForm.name,
    subjectId,
    recordId,
    villageCode,
    0,
    1,
    personalForm.version,
    moved ? [] : mergeAnswers(personalForm, { base: {}, live, late: answers }).overlaps,
    sealLate(secrecy, countyCode, comparisonId, { answers, reasons: {} }),
    mode,
    typeof answers.respondent === 'string' ? answers.respondent : '',
    author.accountId,
    author.postId,
    author.name,
    author.role,
    consentText.version,
    `late-${subjectId}`,
    receiptNo(localDay(receivedAt), random),
    collectedAt,
    receivedAt,
    { all: random.whole(120_000, 400_000) },
  ];
}

/** What another person, asked another day, says otherwise: what is earned, since when; of those without work, schooling. */
export function saidOtherwise(answers: Answers, context: CheckContext): Answers {
  const { income, startDate, education } = answers;
  const otherwise: Answers =
    typeof income === 'number'
      ? { income: Math.round(income * 0.013) * 100 }
      : { education: education === '71' ? '81' : '71' };
  if (typeof startDate === 'string') {
    otherwise.startDate = `${Number(startDate.slice(0, 4)) - 1}${startDate.slice(4)}`;
  }
  return normalize(personalForm, { ...answers, ...otherwise }, context);
}

/** A knock whose entry before it is still on another phone of the same enumerator, without a signal for days. */
export function heldRow(
  { personId, villageCode }: { personId: string; villageCode: string },
  author: Author & { cadre: string },
  { countyCode, secrecy, now }: Told
): unknown[] {
  const entryId = `held-${personId}`;
  const heldAt = new Date(localTime(localDay(now), 17).getTime() - 4 * day);
  const doneAt = new Date(heldAt.getTime() - 5 * 3_600_000);
  const input = {
    visitId: `visit-${personId}`,
    personId,
    channel: 'visit',
    outcome: '11',
    cadre: author.cadre,
    note: '',
    at: doneAt.toISOString(),
  };
  return [
    countyCode,
    entryId,
    author.accountId,
    author.postId,
    author.name,
    phoneOf(author.postId),
    'collect.recordVisit',
    personId,
    villageCode,
    [`before-${personId}`],
    'after',
    doneAt,
    heldAt,
    heldAt,
    secrecy.seal(JSON.stringify(input), heldPlace(countyCode, entryId)),
  ];
}
