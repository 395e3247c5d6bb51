import type { Code } from '../codes';

export type ContactOutcome = Code<'contact_outcome'>;

/**
 * - reached: somebody answered, the form can be filled
 * - missed: nobody was met or the number leads nowhere; it counts as an attempt
 * - refused: no more reminders; a supervisor decides about one more visit
 * - later: an appointment or somebody who can interpret is needed
 */
export type OutcomeMeaning = 'reached' | 'missed' | 'refused' | 'later';

interface Outcome {
  meaning: OutcomeMeaning;
  /** How it can have come about; undefined when both ways are possible. */
  channel?: 'visit' | 'phone';
  /** What follows, for the enumerator. */
  next: string;
}

export const outcomes: Readonly<Record<ContactOutcome, Outcome>> = {
  '01': { meaning: 'reached', channel: 'visit', next: '请当面填表，填完请本人核对。' },
  '02': { meaning: 'reached', channel: 'visit', next: '请家属代答，并写明与本人的关系。' },
  '03': { meaning: 'reached', channel: 'visit', next: '请村干部或邻里代答，事后尽量与本人核对。' },
  '04': { meaning: 'reached', channel: 'phone', next: '请在电话里逐项询问，填完念给本人核对。' },
  '05': { meaning: 'reached', next: '本人已在微信自报，请核对有没有漏项。' },
  '11': { meaning: 'missed', channel: 'visit', next: '请换个时间再上门，或先打电话约好。' },
  '12': { meaning: 'missed', channel: 'phone', next: '号码不存在，请向家属或村干部要新号码。' },
  '13': { meaning: 'missed', channel: 'phone', next: '停机或关机，请改天再打，或向家属要新号码。' },
  '14': { meaning: 'missed', channel: 'phone', next: '无人接听，请换个时间再打。' },
  '15': { meaning: 'missed', channel: 'phone', next: '不是本人的号码，请向家属或村干部要新号码。' },
  '16': { meaning: 'refused', next: '请不要再催。由督导决定是否请村干部再上门说明一次。' },
  '17': { meaning: 'later', next: '请约会讲当地话的村干部或采集员同去。' },
  '18': { meaning: 'later', next: '请按约定的时间回访。' },
};

export function isContactOutcome(code: string): code is ContactOutcome {
  return /^\d{2}$/.test(code) && code in outcomes;
}

/** Whether the outcome can come of a visit or call; a number that does not exist cannot be found out at the door. */
export function outcomeFits(outcome: ContactOutcome, channel: 'visit' | 'phone'): boolean {
  const only = outcomes[outcome].channel;
  return only === undefined || only === channel;
}
