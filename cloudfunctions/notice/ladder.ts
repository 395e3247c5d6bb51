import { mayRemind, nextRung, type ReminderAnswer, type Rung, rungs } from '@/domain/campaign';
import { rungs as rungLabels } from '@/domain/operations/publicity/reminder';
import type { ReminderPerson, ReminderResult } from '../store/queries/notice/reminders';

/** Reached him, or is on its way; what WeChat would not take frees the next rung at once. */
const delivered = (result: ReminderResult): boolean => ['sent', 'waiting', 'sending'].includes(result);

const caseOf = (person: ReminderPerson) => ({
  state: person.state,
  refused: person.refused,
  hasWechat: person.accountId !== null,
  hasPhone: person.phoneMasked !== '',
  wantsVisit: person.wantsVisit,
  history: person.history.map(({ rung, at, result }) => ({ rung, at: new Date(at), delivered: delivered(result) })),
});

/** Cap, quiet hours and ladder for one person now. */
export const answerFor = (person: ReminderPerson, now: Date): ReminderAnswer => mayRemind(caseOf(person), now);

export const nextFor = (person: ReminderPerson): Rung => nextRung(caseOf(person));

export type Decision = { send: true } | { send: false; why: string; next: Rung | null };

/**
 * Whether this rung may be used for a person now. Quiet hours bind what rings at him; a cadre may note in the evening
 * what he did in the afternoon.
 */
export function decide(person: ReminderPerson, rung: Rung, now: Date): Decision {
  const answer = answerFor(person, now);
  const rings = rung === 'wechat' || rung === 'phone';
  const later = !answer.may && !(answer.reason === 'quiet' && !rings);
  if (later) return { send: false, why: answer.sentence, next: answer.next };
  const next = answer.next ?? nextFor(person);
  const words = `请用${rungLabels[next]}。`;
  if (person.wantsVisit && rung !== 'visit') {
    return { send: false, why: '这户选了请采集员上门，请安排上门，不用再催他自己填。', next: 'visit' };
  }
  if (rung === 'wechat' && person.accountId === null) return { send: false, why: `没有绑定微信，${words}`, next };
  if (rungs.indexOf(rung) < rungs.indexOf(next))
    return { send: false, why: `${rungLabels[rung]}已用过，下一步${words}`, next };
  return { send: true };
}
