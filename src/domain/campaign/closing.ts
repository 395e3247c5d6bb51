import { localDay } from '../identity';
import { type CampaignSettings, startingSettings } from './settings';
import { type ContactOutcome, outcomes } from './visit-outcomes';

/** Classes of people who cannot be asked. Each needs its proof, because closing is the cheap way to seem complete. */
export const closingClasses = {
  '09': { title: '死亡', since: true, witness: true, reason: false, attempts: false },
  '10': { title: '失踪', since: true, witness: true, reason: false, attempts: false },
  '11': { title: '户口已迁出', since: false, witness: true, reason: true, attempts: false },
  '12': { title: '查无此人或重号', since: false, witness: true, reason: true, attempts: false },
  '13': { title: '空挂户或长期失联', since: false, witness: false, reason: true, attempts: true },
  '14': { title: '拒绝采集', since: false, witness: false, reason: true, attempts: true },
} as const;

export type ClosingClass = keyof typeof closingClasses;

export interface Contact {
  outcome: ContactOutcome;
  at: Date;
}

export interface ClosingRequest {
  populationClass: ClosingClass;
  /** YYYY-MM. */
  since?: string | undefined;
  witness?: string | undefined;
  reason?: string | undefined;
  /** All contacts with the person, the present one included. */
  contacts: readonly Contact[];
  now: Date;
}

export type ClosingAnswer =
  | { may: true; attemptDays: number }
  | {
      may: false;
      missing: 'since' | 'witness' | 'reason' | 'attempts' | 'refusal';
      attemptDays: number;
      sentence: string;
    };

/** Whether somebody may be closed; a supervisor or the town still confirms it. */
export function mayClose(request: ClosingRequest, settings: CampaignSettings = startingSettings): ClosingAnswer {
  const needs = closingClasses[request.populationClass];
  const days = attemptDays(request.contacts, request.now);
  const no = (missing: 'since' | 'witness' | 'reason' | 'attempts' | 'refusal', sentence: string): ClosingAnswer => ({
    may: false,
    missing,
    attemptDays: days,
    sentence,
  });
  const month = localDay(request.now).slice(0, 7);
  if (needs.since && !/^\d{4}-(0[1-9]|1[0-2])$/.test(request.since ?? '')) {
    return no('since', `按“${needs.title}”办结要填发生的年月。`);
  }
  if (request.since !== undefined && request.since > month) return no('since', '发生的年月还没有到，请核对。');
  if (needs.witness && (request.witness ?? '').trim().length < 2) {
    return no('witness', `按“${needs.title}”办结要写明证明人（村干部或亲属）。`);
  }
  if (needs.reason && (request.reason ?? '').trim().length < 2) {
    return no('reason', `按“${needs.title}”办结要写明原因。`);
  }
  if (needs.attempts && days < settings.closingAttempts) {
    const left = settings.closingAttempts - days;
    return no('attempts', `已在${days}个不同的日子联系过，按“${needs.title}”办结还要改天再联系${left}次。`);
  }
  if (request.populationClass === '14' && !request.contacts.some(({ outcome }) => outcome === '16')) {
    return no('refusal', '还没有登记过“拒绝”的联系结果，不能按“拒绝采集”办结。');
  }
  return { may: true, attemptDays: days };
}

/** Different days (+8) up to now on which nobody was reached or he refused; an appointment is no failed attempt. */
export function attemptDays(contacts: readonly Contact[], now: Date): number {
  const tried = contacts.filter(
    ({ outcome, at }) =>
      at.getTime() <= now.getTime() &&
      (outcomes[outcome].meaning === 'missed' || outcomes[outcome].meaning === 'refused')
  );
  return new Set(tried.map(({ at }) => localDay(at))).size;
}
